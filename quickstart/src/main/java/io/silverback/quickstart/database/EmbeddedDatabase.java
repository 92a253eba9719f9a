package io.silverback.quickstart.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One PostgreSQL server as a child process, durable, with the database {@code silverback}. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "silverback";

    private final EmbeddedPostgres server;
    private final int port;

    private EmbeddedDatabase(EmbeddedPostgres server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a server on loopback; what lies in {@code directory} from an earlier run is kept.
     *
     * @throws IOException when it does not start
     */
    public static EmbeddedDatabase start(Path directory, int port) throws IOException {
        Files.createDirectories(directory);
        EmbeddedPostgres server =
                EmbeddedPostgres.builder()
                        .setPort(port)
                        .setDataDirectory(directory.resolve("data"))
                        .setCleanDataDirectory(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "200")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
        EmbeddedDatabase database = new EmbeddedDatabase(server, port);
        database.createDatabase();
        return database;
    }

    /** For the Vert.x client. */
    public String reactiveUrl() {
        return "postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    /** For Flyway. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void createDatabase() throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                "select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("create database " + NAME);
            }
        } catch (SQLException refused) {
            throw new IOException("PostgreSQL refused to create its database", refused);
        }
    }
}
