package io.silverback.kong.database.runtime;

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
import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.schema.PostgresSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
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
    private RuntimeCarry carry;

    @BeforeEach
    void load() throws Exception {
        blue = MemoryRows.recorded();
        green = KongDatabase.create();
        green.workspace(Recorded.defaultWorkspace("postgres"), "default");
        connection = green.connect();
        PostgresSchema schema = PostgresCatalogue.read(connection);
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
                                UUID.randomUUID(),
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
                        new RuntimeCarry.CarryScope(all, workspaces, scratch),
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
}
