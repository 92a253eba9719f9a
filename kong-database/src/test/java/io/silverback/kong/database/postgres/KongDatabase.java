package io.silverback.kong.database.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.kong.database.Recorded;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Databases with Kong's own PostgreSQL tables, on one server with durable writes. */
public final class KongDatabase {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static EmbeddedPostgres server;

    private final String name = "kong_" + COUNT.incrementAndGet();

    private KongDatabase() {}

    /** An empty one with only a default workspace. */
    public static synchronized KongDatabase create() {
        try {
            String layout = layout();
            if (server == null) {
                server =
                        EmbeddedPostgres.builder()
                                .setServerConfig("fsync", "on")
                                .setServerConfig("synchronous_commit", "on")
                                .setServerConfig("full_page_writes", "on")
                                .start();
                try (Connection postgres = server.getPostgresDatabase().getConnection();
                        Statement statement = postgres.createStatement()) {
                    statement.execute("CREATE ROLE kong SUPERUSER LOGIN");
                }
            }
            KongDatabase database = new KongDatabase();
            try (Connection postgres = server.getPostgresDatabase().getConnection();
                    Statement statement = postgres.createStatement()) {
                statement.execute("CREATE DATABASE " + database.name + " OWNER kong");
            }
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(layout);
            }
            return database;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    public String name() {
        return name;
    }

    public String url() {
        return server.getJdbcUrl("kong", name) + "&currentSchema=public";
    }

    public void workspace(String id, String name) throws SQLException {
        execute("INSERT INTO workspaces (id, name) VALUES ('" + id + "', '" + name + "')");
    }

    /** Migrations as the recorded gateway had finished them. */
    public void migrate() throws SQLException {
        for (JsonNode line : Recorded.tables("postgres").get("schema_meta").rows()) {
            try (Connection connection = connect();
                    PreparedStatement insert =
                            connection.prepareStatement(
                                    "INSERT INTO schema_meta SELECT * FROM"
                                            + " jsonb_populate_record(NULL::schema_meta, ?::jsonb)")) {
                insert.setString(1, line.get("row").toString());
                insert.executeUpdate();
            }
        }
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public long count(String table) throws SQLException {
        return number("SELECT count(*) FROM \"" + table + "\"");
    }

    public long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** All rows of a table as JSON, by id. */
    public Map<String, JsonNode> rows(String table) throws SQLException, IOException {
        Map<String, JsonNode> rows = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
            try (ResultSet result =
                    statement.executeQuery("SELECT to_jsonb(t) FROM \"" + table + "\" t")) {
                while (result.next()) {
                    JsonNode row = MAPPER.readTree(result.getString(1));
                    rows.put(row.has("id") ? row.get("id").asText() : row.toString(), row);
                }
            }
        }
        return rows;
    }

    /** Everything of Kong's in one text, for comparing. */
    public String content() throws SQLException, IOException {
        StringBuilder content = new StringBuilder();
        try (Connection connection = connect()) {
            for (String table : PostgresCatalogue.read(connection).tables().keySet()) {
                content.append(table).append(rows(table)).append('\n');
            }
        }
        return content.toString();
    }

    private static String layout() throws IOException {
        Path file = Recorded.layout("postgres-schema.sql");
        return Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("\\"))
                        .collect(Collectors.joining("\n"))
                + ";\nSELECT pg_catalog.set_config('search_path', 'public', false)";
    }
}
