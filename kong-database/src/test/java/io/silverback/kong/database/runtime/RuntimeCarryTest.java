package io.silverback.kong.database.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.database.MemoryRows;
import io.silverback.kong.database.Recorded;
import io.silverback.kong.database.check.RowFinding;
import io.silverback.kong.database.check.Skips;
import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.conversion.Facts;
import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.WorkspaceMap;
import io.silverback.kong.database.postgres.KongDatabase;
import io.silverback.kong.database.postgres.LoadRequest;
import io.silverback.kong.database.postgres.Loader;
import io.silverback.kong.database.postgres.PostgresCatalogue;
import io.silverback.kong.database.postgres.Undo;
import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.schema.PostgresSchema;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeCarryTest {

    @TempDir Path scratch;
    private MemoryRows blue;
    private KongDatabase green;
    private Connection connection;
    private PostgresSchema schema;
    private final UUID load = UUID.randomUUID();
    private RuntimeCarry carry;

    @BeforeEach
    void load() throws Exception {
        blue = MemoryRows.recorded();
        green = KongDatabase.create();
        green.workspace(Recorded.defaultWorkspace("postgres"), "default");
        connection = green.connect();
        schema = PostgresCatalogue.read(connection);
        Conversion conversion =
                Conversion.between(Recorded.cassandraSchema(), schema, Facts.known());
        WorkspaceMap workspaces =
                new WorkspaceMap(
                        Map.of(
                                Recorded.defaultWorkspace("cassandra"),
                                Recorded.defaultWorkspace("postgres")));
        Selection all = new Selection.Everything();
        new Loader(connection, schema)
                .load(
                        conversion,
                        blue,
                        Skips.none(),
                        new LoadRequest(
                                load,
                                all,
                                workspaces,
                                LoadRequest.Extra.KEEP,
                                LoadRequest.Conflicts.FAIL,
                                Set.of(),
                                Instant.now()));
        carry =
                new RuntimeCarry(
                        blue,
                        connection,
                        schema,
                        conversion,
                        new RuntimeCarry.CarryScope(
                                List.of(new RuntimeCarry.Share(load, all)), workspaces, scratch),
                        Instant.now(),
                        Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    private String issueToken(String token, Map<String, Object> changes) {
        SourceRow like = blue.rows("oauth2_tokens").get(0);
        Map<String, Object> values = new LinkedHashMap<>(like.values());
        String id = UUID.randomUUID().toString();
        values.put("id", id);
        values.put("access_token", like.text("ws_id") + ":" + token);
        values.put("refresh_token", null);
        values.putAll(changes);
        long now = Instant.now().toEpochMilli() * 1000;
        blue.add(
                "oauth2_tokens",
                new SourceRow(
                        values,
                        Map.of("access_token", 7200),
                        Map.of("access_token", now),
                        Instant.now()));
        return id;
    }

    @Test
    void carriesATokenIssuedAfterTheLoadOnce() throws Exception {
        assertThat(carry.cycle().rows()).isZero();
        String id = issueToken("fresh", Map.of());
        Carried carried = carry.cycle();
        assertThat(carried.rows()).isEqualTo(1);
        assertThat(carried.lag()).isLessThan(Duration.ofSeconds(30));
        assertThat(green.rows("oauth2_tokens").get(id).get("access_token").asText())
                .isEqualTo("fresh");
        assertThat(carry.cycle().rows()).isZero();
    }

    @Test
    void carriesARowThatChanged() throws Exception {
        String id = issueToken("before", Map.of());
        carry.cycle();
        blue.replaceAll(
                "oauth2_tokens",
                row ->
                        id.equals(row.text("id"))
                                ? new SourceRow(
                                        MemoryRows.with(row, "scope", "changed").values(),
                                        row.ttls(),
                                        Map.of("scope", row.writtenAt() + 1),
                                        row.readAt())
                                : row);
        assertThat(carry.cycle().rows()).isEqualTo(1);
        assertThat(green.rows("oauth2_tokens").get(id).get("scope").asText()).isEqualTo("changed");
    }

    @Test
    void leavesATokenWithoutItsCredentialAndTriesAgain() throws Exception {
        issueToken("good", Map.of());
        String orphan = issueToken("orphan", Map.of("credential_id", UUID.randomUUID().toString()));
        Carried first = carry.cycle();
        assertThat(first.rows()).isEqualTo(1);
        assertThat(first.left()).extracting(RowFinding::id).containsExactly(orphan);
        assertThat(carry.cycle().left()).extracting(RowFinding::id).containsExactly(orphan);
    }

    @Test
    void isTakenBackWithTheLoadThatItContinues() throws Exception {
        String before = blue.rows("oauth2_tokens").get(0).text("id");
        String id = issueToken("fresh", Map.of());
        carry.cycle();
        assertThat(green.rows("oauth2_tokens")).containsKeys(before, id);

        new Undo(connection, schema).undo(load);
        assertThat(green.rows("oauth2_tokens")).isEmpty();
    }

    @Test
    void countsNoWaitFromBeforeTheLastCycle() throws Exception {
        String orphan = UUID.randomUUID().toString();
        issueToken("left-out", Map.of("credential_id", orphan));
        Carried first = carry.cycle();
        Carried second = carry.cycle();
        assertThat(second.left()).isNotEmpty();
        assertThat(second.lag()).isLessThanOrEqualTo(Duration.between(first.upTo(), Instant.now()));
    }

    @Test
    void carriesNothingOfAWorkspaceThatIsNotAmongItsShares() throws Exception {
        RuntimeCarry other =
                new RuntimeCarry(
                        blue,
                        connection,
                        schema,
                        Conversion.between(Recorded.cassandraSchema(), schema, Facts.known()),
                        new RuntimeCarry.CarryScope(
                                List.of(
                                        new RuntimeCarry.Share(
                                                load,
                                                new Selection.Workspaces(
                                                        Set.of(UUID.randomUUID().toString())))),
                                new WorkspaceMap(Map.of()),
                                scratch),
                        Instant.now(),
                        Clock.systemUTC());
        String id = issueToken("elsewhere", Map.of());
        assertThat(other.cycle().rows()).isZero();
        assertThat(green.rows("oauth2_tokens")).doesNotContainKey(id);
    }

    @Test
    void tellsNodesToForgetThatTheyDidNotKnowTheToken() throws Exception {
        issueToken("access-token-x", Map.of());
        carry.cycle();
        String key = "oauth2_tokens:access-token-x:::::" + Recorded.defaultWorkspace("postgres");
        String digest =
                HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-1").digest(key.getBytes(UTF_8)));
        assertThat(invalidated()).contains("oauth2_tokens:" + digest);
    }

    private List<String> invalidated() throws SQLException {
        List<String> data = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet events =
                        statement.executeQuery(
                                "SELECT data FROM cluster_events WHERE channel = 'invalidations'")) {
            while (events.next()) {
                data.add(events.getString(1));
            }
        }
        return data;
    }
}
