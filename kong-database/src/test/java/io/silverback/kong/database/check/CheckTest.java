package io.silverback.kong.database.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.database.MemoryRows;
import io.silverback.kong.database.Recorded;
import io.silverback.kong.database.check.RowFinding.Kind;
import io.silverback.kong.database.check.RowFinding.Outcome;
import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.conversion.Facts;
import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.WorkspaceMap;
import io.silverback.kong.database.postgres.KongDatabase;
import io.silverback.kong.database.postgres.PostgresCatalogue;
import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.schema.PostgresSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    private static PostgresSchema green;

    @TempDir Path scratch;
    private final MemoryRows rows = MemoryRows.recorded();
    private final String workspace = Recorded.defaultWorkspace("cassandra");
    private CheckPolicy policy = CheckPolicy.strict();
    private GreenMode mode = GreenMode.TRADITIONAL;
    private Selection selection = new Selection.Everything();

    @BeforeAll
    static void readGreen() throws Exception {
        try (Connection connection = KongDatabase.create().connect()) {
            green = PostgresCatalogue.read(connection);
        }
    }

    private CheckReport check() throws IOException {
        Conversion conversion =
                Conversion.between(Recorded.cassandraSchema(), green, Facts.known());
        CheckScope scope =
                new CheckScope(
                        selection,
                        new WorkspaceMap(Map.of(workspace, Recorded.defaultWorkspace("postgres"))),
                        mode,
                        policy,
                        scratch);
        try (Check check = new Check(conversion, rows, Green.empty(), scope)) {
            return check.run(List.of());
        }
    }

    private void assertRefused(Kind kind, String table, String id) throws IOException {
        CheckReport report = check();
        assertThat(report.isPassed()).isFalse();
        assertThat(report.findings())
                .anySatisfy(
                        finding -> {
                            assertThat(finding.kind()).isEqualTo(kind);
                            assertThat(finding.table()).isEqualTo(table);
                            assertThat(finding.id()).isEqualTo(id);
                            assertThat(finding.outcome()).isEqualTo(Outcome.REFUSED);
                            assertThat(finding.proposal()).isNotBlank();
                        });
    }

    @Test
    void namesBothRowsOfOneUniqueKey() throws Exception {
        String first = rows.rows("consumers").get(0).text("id");
        String second = rows.addLike("consumers", Map.of());
        assertRefused(Kind.DUPLICATE, "consumers", first);
        assertRefused(Kind.DUPLICATE, "consumers", second);
        assertThat(check().findings().get(0).detail()).contains(first, second, "custom_id");
    }

    @Test
    void loadsTheNewestOfTheRowsWithOneKey() throws Exception {
        String older = rows.rows("consumers").get(0).text("id");
        String newest = rows.addLike("consumers", Map.of());
        rows.addLike("keyauth_credentials", credential(older, "of-older"));
        rows.addLike("keyauth_credentials", credential(newest, "of-newest"));
        policy = new CheckPolicy(Decision.NEWEST, Decision.FAIL, Decision.SKIP);
        CheckReport report = check();
        assertThat(report.isPassed()).isTrue();
        assertThat(report.rows()).containsEntry("consumers", 80);
        assertThat(report.findings())
                .anyMatch(f -> f.id().equals(older) && f.outcome() == Outcome.SKIPPED)
                .anyMatch(f -> f.id().equals(newest) && f.outcome() == Outcome.LOADED)
                .anyMatch(f -> f.kind() == Kind.ORPHAN && f.table().equals("keyauth_credentials"));
    }

    private Map<String, Object> credential(String consumer, String key) {
        return Map.of("consumer_id", consumer, "key", workspace + ":" + key);
    }

    @Test
    void skipsAllRowsOfOneKeyWhenAskedTo() throws Exception {
        rows.addLike("consumers", Map.of());
        policy = new CheckPolicy(Decision.SKIP, Decision.FAIL, Decision.SKIP);
        assertThat(check().rows()).containsEntry("consumers", 79);
    }

    @Test
    void findsACredentialWithoutItsConsumer() throws Exception {
        String orphan =
                rows.addLike(
                        "keyauth_credentials",
                        credential("00000000-0000-4000-8000-000000000000", "orphan"));
        assertRefused(Kind.ORPHAN, "keyauth_credentials", orphan);
    }

    @Test
    void findsAGhostOfWhichOnlyTheTagsAreLeft() throws Exception {
        Map<String, Object> values = new HashMap<>();
        values.put("id", "11111111-0000-4000-8000-000000000000");
        values.put("tags", List.of("left"));
        rows.add("consumers", new SourceRow(values, Map.of(), Map.of(), Instant.now()));
        assertRefused(Kind.GHOST, "consumers", "11111111-0000-4000-8000-000000000000");
        selection = new Selection.Estate();
        assertRefused(Kind.GHOST, "consumers", "11111111-0000-4000-8000-000000000000");
    }

    @Test
    void findsARowWithoutAColumnThatMayNotBeNull() throws Exception {
        Map<String, Object> changes = new HashMap<>();
        changes.put("name", null);
        changes.put("cache_key", "plugins:none:::::" + workspace);
        assertRefused(Kind.GHOST, "plugins", rows.addLike("plugins", changes));
    }

    @Test
    void findsARowOfAWorkspaceThatIsGone() throws Exception {
        String id =
                rows.addLike("consumers", Map.of("ws_id", "22222222-0000-4000-8000-000000000000"));
        assertRefused(Kind.UNKNOWN_WORKSPACE, "consumers", id);
    }

    @Test
    void findsANulByteInTextAndInJson() throws Exception {
        String id = rows.addLike("consumers", Map.of("username", workspace + ":a\0b"));
        assertRefused(Kind.NUL_BYTE, "consumers", id);
        String plugin =
                rows.addLike(
                        "plugins", Map.of("config", "{\"a\":\"\\u0000\"}", "cache_key", "other"));
        assertRefused(Kind.NUL_BYTE, "plugins", plugin);
    }

    @Test
    void findsANumberThatItsColumnCantHold() throws Exception {
        String id =
                rows.addLike(
                        "services",
                        Map.of("name", workspace + ":deep", "tls_verify_depth", 70_000));
        assertRefused(Kind.OUT_OF_RANGE, "services", id);
    }

    @Test
    void findsTextThatIsNoJson() throws Exception {
        String id = rows.addLike("plugins", Map.of("config", "{\"a\":", "cache_key", "malformed"));
        assertRefused(Kind.MALFORMED, "plugins", id);
    }

    @Test
    void findsARouteThatMatchesNothing() throws Exception {
        Map<String, Object> changes = new HashMap<>();
        changes.put("name", workspace + ":nowhere");
        changes.put("protocols", List.of("http"));
        for (String matcher : List.of("methods", "hosts", "headers", "paths", "snis")) {
            changes.put(matcher, null);
        }
        assertRefused(Kind.REFUSED_BY_SCHEMA, "routes", rows.addLike("routes", changes));
    }

    @Test
    void findsACounterOfTheClusterOnlyWhenGreenIsHybrid() throws Exception {
        String id =
                rows.addLike(
                        "plugins",
                        Map.of(
                                "name", "rate-limiting",
                                "config", "{\"policy\":\"cluster\",\"minute\":5}",
                                "cache_key", "rate"));
        assertThat(check().findings()).noneMatch(f -> f.id().equals(id));
        mode = GreenMode.HYBRID;
        assertRefused(Kind.REFUSED_BY_SCHEMA, "plugins", id);
    }

    @Test
    void keepsAValueWithoutItsPrefixAndSaysSo() throws Exception {
        String id = rows.addLike("consumers", Map.of("username", "bare", "custom_id", "bare"));
        CheckReport report = check();
        assertThat(report.isPassed()).isTrue();
        assertThat(report.findings())
                .allMatch(f -> f.kind() == Kind.NO_PREFIX && f.id().equals(id));
    }

    @Test
    void judgesOnlyTheRowsOfTheSelectedWorkspace() throws Exception {
        rows.addLike("consumers", Map.of());
        selection = new Selection.Workspaces(Set.of("33333333-0000-4000-8000-000000000000"));
        assertThat(check().findings()).isEmpty();
        assertThat(check().rows()).containsEntry("consumers", 0);
    }

    @Test
    void findsOtherMigrationsAndPendingOnes() {
        Migrations blue = new Migrations(Map.of("core", Set.of("000_base", "001")), Map.of());
        Migrations green =
                new Migrations(Map.of("core", Set.of("000_base")), Map.of("acl", Set.of("002")));
        assertThat(Migrations.compare(blue, green))
                .extracting(EstateFinding::kind)
                .containsExactly(
                        EstateFinding.Kind.MIGRATIONS_PENDING, EstateFinding.Kind.OTHER_VERSION);
        assertThat(Migrations.compare(blue, blue)).isEmpty();
    }

    @Test
    void judgesManyRowsFromDisk() throws Exception {
        for (int i = 0; i < 60_000; i++) {
            rows.addLike(
                    "consumers",
                    Map.of("username", workspace + ":u" + i, "custom_id", workspace + ":c" + i));
        }
        String duplicate =
                rows.addLike(
                        "consumers",
                        Map.of("username", workspace + ":u777", "custom_id", workspace + ":x"));
        assertThat(check().findings()).hasSize(2).anyMatch(f -> f.id().equals(duplicate));
        assertThat(scratch.toFile().list()).isEmpty();
    }
}
