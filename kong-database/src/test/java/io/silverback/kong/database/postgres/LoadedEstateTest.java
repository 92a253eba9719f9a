package io.silverback.kong.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.database.MemoryRows;
import io.silverback.kong.database.Recorded;
import io.silverback.kong.database.check.Check;
import io.silverback.kong.database.check.CheckPolicy;
import io.silverback.kong.database.check.CheckReport;
import io.silverback.kong.database.check.CheckScope;
import io.silverback.kong.database.check.GreenMode;
import io.silverback.kong.database.check.Skips;
import io.silverback.kong.database.conversion.AllowedDifferences;
import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.conversion.Facts;
import io.silverback.kong.database.conversion.Nodes;
import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.TableConversion;
import io.silverback.kong.database.conversion.WorkspaceMap;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorded estate in a real PostgreSQL with Kong's tables. */
class LoadedEstateTest {

    @TempDir Path scratch;
    private KongDatabase green;
    private MemoryRows rows;
    private WorkspaceMap workspaces;
    private final UUID load = UUID.randomUUID();

    @BeforeEach
    void create() throws Exception {
        rows = MemoryRows.recorded();
        green = KongDatabase.create();
        green.workspace(Recorded.defaultWorkspace("postgres"), "default");
        workspaces =
                new WorkspaceMap(
                        Map.of(
                                Recorded.defaultWorkspace("cassandra"),
                                Recorded.defaultWorkspace("postgres")));
    }

    private Conversion conversion(Connection connection) throws Exception {
        return Conversion.between(
                Recorded.cassandraSchema(), PostgresCatalogue.read(connection), Facts.known());
    }

    private LoadRequest request(UUID id, LoadRequest.Extra extra) {
        return new LoadRequest(
                id,
                new Selection.Everything(),
                workspaces,
                extra,
                LoadRequest.Conflicts.FAIL,
                Set.of("platform"),
                Instant.now());
    }

    private LoadReport load(UUID id, LoadRequest.Extra extra) throws Exception {
        try (Connection connection = green.connect()) {
            return new Loader(connection, PostgresCatalogue.read(connection))
                    .load(conversion(connection), rows, Skips.none(), request(id, extra));
        }
    }

    private void undo(UUID id) throws Exception {
        try (Connection connection = green.connect()) {
            new Undo(connection, PostgresCatalogue.read(connection)).undo(id);
        }
    }

    @Test
    void findsNothingWrongWithTheRecordedEstate() throws Exception {
        try (Connection connection = green.connect()) {
            CheckScope scope =
                    new CheckScope(
                            new Selection.Everything(),
                            workspaces,
                            GreenMode.TRADITIONAL,
                            CheckPolicy.strict(),
                            scratch);
            try (Check check =
                    new Check(
                            conversion(connection),
                            rows,
                            new PostgresGreen(connection, PostgresCatalogue.read(connection)),
                            scope)) {
                CheckReport report = check.run(List.of());
                assertThat(report.findings()).isEmpty();
                assertThat(report.rows())
                        .containsEntry("consumers", 80)
                        .containsEntry("routes", 104);
            }
        }
    }

    @Test
    void holdsAfterALoadWhatTheGatewayItselfHadWritten() throws Exception {
        load(load, LoadRequest.Extra.KEEP);
        AllowedDifferences allowed = new AllowedDifferences();
        Map<String, Recorded.Table> recorded = Recorded.tables("postgres");
        List<String> differences = new ArrayList<>();
        try (Connection connection = green.connect()) {
            for (TableConversion table : conversion(connection).tables()) {
                Map<String, JsonNode> loaded = green.rows(table.name());
                assertThat(loaded)
                        .as(table.name())
                        .hasSameSizeAs(recorded.get(table.name()).rows());
                for (JsonNode line : recorded.get(table.name()).rows()) {
                    JsonNode row = loaded.get(line.at("/row/id").asText());
                    if (row == null) {
                        assertThat(allowed.isMadeByTraffic(table.name())).isTrue();
                        continue;
                    }
                    differ(table.name(), row, line.get("row"), allowed, differences);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static void differ(
            String table,
            JsonNode row,
            JsonNode recorded,
            AllowedDifferences allowed,
            List<String> differences) {
        recorded.fields()
                .forEachRemaining(
                        column -> {
                            JsonNode loaded = Nodes.recorded(row.get(column.getKey()));
                            JsonNode expected =
                                    Nodes.recorded(
                                            column.getKey().equals("ttl")
                                                    ? asIfReadNow(column.getValue())
                                                    : column.getValue());
                            if (!loaded.equals(expected)
                                    && !allowed.allows(
                                            table + "." + column.getKey(),
                                            loaded,
                                            expected,
                                            recorded)) {
                                differences.add(
                                        table
                                                + "."
                                                + column.getKey()
                                                + ": "
                                                + loaded
                                                + " / "
                                                + expected);
                            }
                        });
    }

    /** Ends lie as far from now as they lay from the moment of recording. */
    private static JsonNode asIfReadNow(JsonNode end) {
        if (!end.isTextual()) {
            return end;
        }
        Duration since =
                Duration.between(
                        Recorded.tables("cassandra").get("consumers").readAt(), Instant.now());
        return Nodes.of(Instant.parse(end.asText()).plus(since));
    }

    @Test
    void fillsTheTagsByTriggers() throws Exception {
        load(load, LoadRequest.Extra.KEEP);
        assertThat(green.count("tags")).isEqualTo(489);
    }

    @Test
    void bringsNothingTheSecondTime() throws Exception {
        LoadReport first = load(load, LoadRequest.Extra.PRUNE);
        String content = green.content();
        LoadReport again = load(load, LoadRequest.Extra.PRUNE);
        LoadReport other = load(UUID.randomUUID(), LoadRequest.Extra.PRUNE);
        assertThat(first.brought()).isGreaterThan(450);
        assertThat(again.again()).isTrue();
        assertThat(again.tables()).isEqualTo(first.tables());
        assertThat(other.tables())
                .allSatisfy(
                        table -> {
                            assertThat(table.brought()).isZero();
                            assertThat(table.replaced()).isZero();
                            assertThat(table.removed()).isZero();
                        });
        assertThat(green.content()).isEqualTo(content);
    }

    @Test
    void takesALoadBack() throws Exception {
        String before = green.content();
        load(load, LoadRequest.Extra.KEEP);
        undo(load);
        assertThat(green.content()).isEqualTo(before);
        undo(load);
        assertThat(green.content()).isEqualTo(before);
    }

    @Test
    void prunesWhatOnlyGreenHasAndBringsItBackWithTheUndo() throws Exception {
        load(load, LoadRequest.Extra.KEEP);
        String ws = Recorded.defaultWorkspace("postgres");
        green.execute(
                "INSERT INTO consumers (id, username, ws_id, tags) VALUES"
                        + " (gen_random_uuid(), 'extra', '"
                        + ws
                        + "', '{x}'),"
                        + " (gen_random_uuid(), 'kept', '"
                        + ws
                        + "', '{platform}'),"
                        + " (gen_random_uuid(), 'holds-kept', '"
                        + ws
                        + "', null)");
        green.execute(
                "INSERT INTO keyauth_credentials (id, key, consumer_id, ws_id, tags)"
                        + " SELECT gen_random_uuid(), 'k-' || username, id, ws_id,"
                        + " CASE username WHEN 'holds-kept' THEN '{platform}'::text[] END"
                        + " FROM consumers WHERE username IN ('extra', 'holds-kept')");
        green.execute("UPDATE services SET host = 'changed.example' WHERE name IS NOT NULL");
        String before = green.content();
        UUID second = UUID.randomUUID();
        LoadReport report = load(second, LoadRequest.Extra.PRUNE);
        assertThat(report.table("consumers").orElseThrow().removed()).isEqualTo(1);
        assertThat(report.table("keyauth_credentials").orElseThrow().removed()).isEqualTo(1);
        assertThat(report.table("services").orElseThrow().replaced()).isEqualTo(27);
        assertThat(
                        green.number(
                                "SELECT count(*) FROM consumers WHERE username IN"
                                        + " ('extra', 'kept', 'holds-kept')"))
                .isEqualTo(2);
        undo(second);
        assertThat(green.content()).isEqualTo(before);
    }

    @Test
    void exchangesTheNamesOfTwoRows() throws Exception {
        load(load, LoadRequest.Extra.KEEP);
        String expected = green.content();
        String one = text("SELECT min(username) FROM consumers");
        String two = text("SELECT max(username) FROM consumers");
        green.execute(
                "UPDATE consumers SET username = 'between' WHERE username = " + Sql.literal(one));
        green.execute(
                "UPDATE consumers SET username = "
                        + Sql.literal(one)
                        + " WHERE username = "
                        + Sql.literal(two));
        green.execute(
                "UPDATE consumers SET username = "
                        + Sql.literal(two)
                        + " WHERE username = 'between'");
        assertThat(green.content()).isNotEqualTo(expected);
        load(UUID.randomUUID(), LoadRequest.Extra.KEEP);
        assertThat(green.content()).isEqualTo(expected);
    }

    private String text(String query) throws Exception {
        try (Connection connection = green.connect();
                var result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void refusesARowWhoseNameGreenHasUnderAnotherId() throws Exception {
        String ws = Recorded.defaultWorkspace("postgres");
        String sni = rows.rows("snis").get(0).text("name");
        green.execute(
                "INSERT INTO snis (id, name, ws_id) VALUES (gen_random_uuid(), "
                        + Sql.literal(sni)
                        + ", '"
                        + ws
                        + "')");
        String before = green.content();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> load(load, LoadRequest.Extra.KEEP))
                .isInstanceOf(LoadRefusedException.class)
                .hasMessageContaining("snis_name_key")
                .hasMessageContaining(rows.rows("snis").get(0).text("id"));
        assertThat(green.content()).isEqualTo(before);
    }
}
