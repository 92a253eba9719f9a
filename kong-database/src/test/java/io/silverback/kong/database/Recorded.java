package io.silverback.kong.database;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.schema.CassandraSchema;
import io.silverback.kong.database.schema.CassandraTable;
import io.silverback.kong.database.schema.CassandraType;
import io.silverback.kong.database.schema.PostgresColumn;
import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.kong.database.schema.PostgresTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The rows of one estate as a real gateway wrote them into both databases. */
public final class Recorded {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** One recorded table: the head and its rows as they stand there. */
    public record Table(JsonNode head, List<JsonNode> rows) {
        public Instant readAt() {
            return Instant.parse(head.get("read_at").asText());
        }
    }

    private Recorded() {}

    /** The directory of {@code cassandra/} and {@code postgres/}; the test is skipped without. */
    public static Path rows() {
        Path rows = Path.of(System.getProperty("kong.rows", "../../shared/kong/rows"));
        Assumptions.assumeTrue(Files.isDirectory(rows), "no recorded rows in " + rows);
        return rows;
    }

    /** The layouts of the empty databases. */
    public static Path layout(String file) {
        Path path =
                Path.of(System.getProperty("kong.shared", "../../shared/kong"), "db").resolve(file);
        Assumptions.assumeTrue(Files.isRegularFile(path), "no recorded layout " + path);
        return path;
    }

    public static Map<String, Table> tables(String database) {
        Map<String, Table> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(rows().resolve(database))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
                List<JsonNode> lines = new ArrayList<>();
                for (String line : Files.readAllLines(file)) {
                    lines.add(MAPPER.readTree(line));
                }
                Table table = new Table(lines.get(0), List.copyOf(lines.subList(1, lines.size())));
                tables.put(table.head().get("table").asText(), table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }

    public static CassandraSchema cassandraSchema() {
        Map<String, CassandraTable> tables = new TreeMap<>();
        tables("cassandra")
                .forEach(
                        (name, table) -> {
                            Map<String, CassandraType> columns = new LinkedHashMap<>();
                            table.head()
                                    .get("columns")
                                    .fields()
                                    .forEachRemaining(
                                            column ->
                                                    columns.put(
                                                            column.getKey(),
                                                            CassandraType.of(
                                                                    column.getValue().asText())));
                            List<String> key = texts(table.head().get("primary_key"));
                            tables.put(
                                    name,
                                    new CassandraTable(
                                            name,
                                            columns,
                                            key.subList(0, 1),
                                            key.subList(1, key.size())));
                        });
        return new CassandraSchema("kong", tables);
    }

    /** Without unique and foreign keys: the recorded heads have none. */
    public static PostgresSchema postgresSchema() {
        Map<String, PostgresTable> tables = new TreeMap<>();
        tables("postgres").forEach((name, table) -> tables.put(name, postgres(name, table)));
        return new PostgresSchema(tables);
    }

    private static PostgresTable postgres(String name, Table table) {
        Map<String, PostgresColumn> columns = new LinkedHashMap<>();
        List<String> notNull = texts(table.head().get("not_null"));
        JsonNode defaults = table.head().get("defaults");
        table.head()
                .get("columns")
                .fields()
                .forEachRemaining(
                        column ->
                                columns.put(
                                        column.getKey(),
                                        new PostgresColumn(
                                                column.getKey(),
                                                column.getValue().asText(),
                                                notNull.contains(column.getKey()),
                                                defaults.has(column.getKey()))));
        return new PostgresTable(
                name, columns, texts(table.head().get("primary_key")), List.of(), List.of());
    }

    public static SourceRow source(Table table, JsonNode line) {
        Map<String, Integer> ttls = new HashMap<>();
        line.path("ttl")
                .fields()
                .forEachRemaining(cell -> ttls.put(cell.getKey(), cell.getValue().intValue()));
        Map<String, Long> written = new HashMap<>();
        line.path("writetime")
                .fields()
                .forEachRemaining(cell -> written.put(cell.getKey(), cell.getValue().asLong()));
        return new SourceRow(
                MAPPER.convertValue(line.get("row"), MAPPER.constructType(LinkedHashMap.class)),
                ttls,
                written,
                table.readAt());
    }

    /** The id of the only workspace. */
    public static String defaultWorkspace(String database) {
        return tables(database).get("workspaces").rows().get(0).at("/row/id").asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
