package io.silverback.kong.database.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.servererrors.UnauthorizedException;
import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.database.DocumentedRoles;
import io.silverback.kong.database.Recorded;
import io.silverback.kong.database.check.Skips;
import io.silverback.kong.database.conversion.AllowedDifferences;
import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.conversion.Facts;
import io.silverback.kong.database.conversion.Nodes;
import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.TableConversion;
import io.silverback.kong.database.conversion.WorkspaceMap;
import io.silverback.kong.database.postgres.KongDatabase;
import io.silverback.kong.database.postgres.LoadRequest;
import io.silverback.kong.database.postgres.Loader;
import io.silverback.kong.database.postgres.PostgresCatalogue;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.kong.database.snapshot.DirectoryParts;
import io.silverback.kong.database.snapshot.Snapshot;
import io.silverback.kong.database.snapshot.SnapshotRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Cassandra with the recorded estate: read, moved into a real PostgreSQL, restored. */
class KeyspaceSnapshotIT {

    @TempDir static Path home;
    private static CassandraProcess cassandra;
    private static CqlSession session;
    private static Instant filledAt;

    @TempDir Path directory;

    @BeforeAll
    static void start() throws Exception {
        Recorded.rows();
        cassandra = CassandraProcess.startWithRoles(home);
        session = Blue.connect(cassandra, "cassandra");
        Blue.createTables(session);
        filledAt = Instant.now();
        Blue.fill(session);
    }

    @AfterAll
    static void stop() {
        if (session != null) {
            session.close();
        }
        if (cassandra != null) {
            cassandra.close();
        }
    }

    private Snapshot snapshot(Path into) throws IOException {
        DirectoryParts parts = new DirectoryParts(into);
        String sha256 = new KeyspaceSnapshot(session, SnapshotPlan.of("kong", "3.3.1")).take(parts);
        return Snapshot.open(parts, sha256);
    }

    @Test
    void movesTheEstateFromOneDatabaseIntoTheOther() throws Exception {
        Snapshot snapshot = snapshot(directory);
        assertThat(snapshot.manifest().consistency()).isEqualTo("ALL");
        assertThat(snapshot.manifest().notReached()).isEmpty();
        assertThat(snapshot.manifest().countRows()).isGreaterThan(1_500);
        KongDatabase green = KongDatabase.create();
        green.workspace(Recorded.defaultWorkspace("postgres"), "default");
        Conversion conversion;
        try (Connection connection = green.connect()) {
            PostgresSchema schema = PostgresCatalogue.read(connection);
            conversion = Conversion.between(snapshot.manifest().schema(), schema, Facts.known());
            new Loader(connection, schema).load(conversion, snapshot, Skips.none(), everything());
        }
        assertThat(conversion.findings()).isEmpty();
        assertThat(differences(conversion, green)).isEmpty();
    }

    private static LoadRequest everything() {
        return new LoadRequest(
                UUID.randomUUID(),
                new Selection.Everything(),
                new WorkspaceMap(
                        Map.of(
                                Recorded.defaultWorkspace("cassandra"),
                                Recorded.defaultWorkspace("postgres"))),
                LoadRequest.Extra.KEEP,
                LoadRequest.Conflicts.FAIL,
                Set.of(),
                Instant.now());
    }

    private static List<String> differences(Conversion conversion, KongDatabase green)
            throws Exception {
        AllowedDifferences allowed = new AllowedDifferences();
        List<String> differences = new ArrayList<>();
        Map<String, Recorded.Table> recorded = Recorded.tables("postgres");
        Duration since =
                Duration.between(Recorded.tables("cassandra").get("consumers").readAt(), filledAt);
        for (TableConversion table : conversion.tables()) {
            Map<String, JsonNode> loaded = green.rows(table.name());
            assertThat(loaded).as(table.name()).hasSameSizeAs(recorded.get(table.name()).rows());
            for (JsonNode line : recorded.get(table.name()).rows()) {
                JsonNode row = loaded.get(line.at("/row/id").asText());
                line.get("row")
                        .fields()
                        .forEachRemaining(
                                column -> {
                                    String name = table.name() + "." + column.getKey();
                                    if (row == null) {
                                        assertThat(allowed.isMadeByTraffic(table.name())).isTrue();
                                        return;
                                    }
                                    JsonNode is = Nodes.recorded(row.get(column.getKey()));
                                    JsonNode was = column.getValue();
                                    JsonNode wanted =
                                            column.getKey().equals("ttl") && was.isTextual()
                                                    ? Nodes.of(
                                                            Instant.parse(was.asText()).plus(since))
                                                    : Nodes.recorded(was);
                                    if (!is.equals(wanted)
                                            && !allowed.allows(name, is, wanted, line.get("row"))) {
                                        differences.add(name + ": " + is + " / " + wanted);
                                    }
                                });
            }
        }
        return differences;
    }

    @Test
    void bringsAKeyspaceBackThatWasDropped() throws Exception {
        Snapshot before = snapshot(directory.resolve("before"));
        assertThatThrownBy(() -> new KeyspaceRestore(session).restore(before.manifest(), before))
                .isInstanceOf(RestoreRefusedException.class)
                .hasMessageContaining("holds rows");
        session.execute("DROP KEYSPACE kong");
        refusesTablesOfAnotherForm(before);
        new KeyspaceRestore(session).restore(before.manifest(), before);
        Snapshot after = snapshot(directory.resolve("after"));
        assertThat(after.manifest().schemaFingerprint())
                .isEqualTo(before.manifest().schemaFingerprint());
        for (String table : Blue.tables()) {
            assertThat(lines(after, table)).as(table).isEqualTo(lines(before, table));
        }
    }

    @Test
    void readsAndRestoresWithNoMoreThanTheDocumentedRights() throws Exception {
        for (String statement : DocumentedRoles.statements("cql")) {
            session.execute(statement.replace("'…'", "'" + role(statement) + "'"));
        }
        DirectoryParts parts = new DirectoryParts(directory);
        try (CqlSession reader = Blue.connect(cassandra, "silverback_reader")) {
            String sha256 =
                    new KeyspaceSnapshot(reader, SnapshotPlan.of("kong", "3.3.1")).take(parts);
            Snapshot read = Snapshot.open(parts, sha256);
            assertThat(read.manifest().countRows()).isGreaterThan(1_500);
            assertThatThrownBy(() -> reader.execute("TRUNCATE kong.routes"))
                    .isInstanceOf(UnauthorizedException.class);
            session.execute("DROP KEYSPACE kong");
            try (CqlSession restorer = Blue.connect(cassandra, "silverback_restorer")) {
                assertThat(new KeyspaceRestore(restorer).restore(read.manifest(), read))
                        .isGreaterThan(1_000);
            }
        }
    }

    /** Roles of this test have their names as passwords. */
    private static String role(String statement) {
        return statement.contains("silverback_restorer")
                ? "silverback_restorer"
                : "silverback_reader";
    }

    private static void refusesTablesOfAnotherForm(Snapshot snapshot) {
        session.execute(snapshot.manifest().keyspaceCql());
        session.execute("CREATE TABLE kong.routes (id uuid PRIMARY KEY, new_one text)");
        assertThatThrownBy(
                        () -> new KeyspaceRestore(session).restore(snapshot.manifest(), snapshot))
                .isInstanceOf(RestoreRefusedException.class)
                .hasMessageContaining("other columns");
        session.refreshSchema();
        assertThat(session.getMetadata().getKeyspace("kong").orElseThrow().getTables()).hasSize(1);
        session.execute("DROP KEYSPACE kong");
    }

    /** By primary key: values, WRITETIMEs and ends to the nearest 10 s. */
    private static Map<String, String> lines(RowSource rows, String table) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        rows.read(
                table,
                row -> {
                    Map<String, Long> ends = new TreeMap<>();
                    row.ttls()
                            .forEach(
                                    (column, ttl) ->
                                            ends.put(
                                                    column,
                                                    (row.readAt().getEpochSecond() + ttl + 300)
                                                            / 600));
                    String values = new TreeMap<>(row.values()).toString();
                    lines.put(values, new TreeMap<>(row.writetimes()) + " " + ends);
                });
        return lines;
    }

    @Test
    void refusesASnapshotThatIsNotWhatItsManifestSays() throws Exception {
        DirectoryParts parts = new DirectoryParts(directory);
        String sha256 = new KeyspaceSnapshot(session, SnapshotPlan.of("kong", "3.3.1")).take(parts);
        Path part = directory.resolve(firstPart(parts, sha256));
        byte[] content = Files.readAllBytes(part);
        content[content.length / 2] ^= 1;
        Files.write(part, content);
        assertThatThrownBy(() -> Snapshot.open(parts, sha256))
                .isInstanceOf(SnapshotRefusedException.class)
                .hasMessageContaining("altered");
        Files.write(part, java.util.Arrays.copyOf(content, content.length - 1));
        assertThatThrownBy(() -> Snapshot.open(parts, sha256)).hasMessageContaining("bytes");
        Files.delete(part);
        assertThatThrownBy(() -> Snapshot.open(parts, sha256)).hasMessageContaining("missing");
        Files.writeString(directory.resolve("manifest.json"), "{}");
        assertThatThrownBy(() -> Snapshot.open(parts, sha256)).hasMessageContaining("altered");
    }

    private static String firstPart(DirectoryParts parts, String sha256) throws IOException {
        return Snapshot.open(parts, sha256).manifest().tables().stream()
                .flatMap(table -> table.parts().stream())
                .findFirst()
                .orElseThrow()
                .name();
    }

    @Test
    void readsNoFasterThanTheLimitAndFasterWhenItIsRaised() throws Exception {
        RateLimit rate = new RateLimit(1_000);
        SnapshotPlan slow =
                new SnapshotPlan(
                        "kong",
                        "3.3.1",
                        com.datastax.oss.driver.api.core.DefaultConsistencyLevel.ALL,
                        2,
                        100,
                        rate);
        Instant begun = Instant.now();
        new KeyspaceSnapshot(session, slow).take(new DirectoryParts(directory.resolve("slow")));
        assertThat(Duration.between(begun, Instant.now())).isGreaterThan(Duration.ofSeconds(1));
    }
}
