package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverback.simulator.store.postgres.KongTables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Two nodes on Kong's own tables in a real PostgreSQL; a new database for each test. */
abstract class OnKongsTables {
    static final Path KONG = Path.of(System.getProperty("kong.shared", "../../shared/kong"));
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static EmbeddedPostgres postgres;
    final ManualTime time = new ManualTime();
    private String url;
    Simulator kong;
    Client admin;

    @BeforeAll
    static void startPostgres() throws IOException {
        assumeTrue(
                Files.exists(KONG.resolve("db/postgres-schema.sql")),
                () -> "No schema of Kong's tables at " + KONG + ": set -Dkong.shared");
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @BeforeEach
    void start() throws IOException, SQLException {
        String name = "kong_" + System.nanoTime();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        url = postgres.getJdbcUrl("postgres", name);
        kong =
                Simulator.startIn(
                        time,
                        SimulatorOptions.postgres("green")
                                .withEnterprise(false)
                                .withTopology(new Topology.Traditional(2, INTERVAL))
                                .withTables(
                                        new KongTables(
                                                url, KONG.resolve("db/postgres-schema.sql"))));
        admin = new Client(kong.adminUrl());
    }

    @AfterEach
    void stop() {
        kong.close();
    }

    /** Where the database is, with user and password. */
    String url() {
        return url;
    }

    int proxied(String path, String header, String value) throws IOException {
        return new Client(kong.proxyUrl()).get(path, header, value).status();
    }

    /** What a node's proxy answers. */
    int proxied(int node, String path, String key) throws IOException {
        return new Client(kong.proxyUrls().get(node)).get(path, "apikey", key).status();
    }

    void write(String path, String body) throws IOException {
        Client.Reply reply = admin.send("POST", path, body);
        assertThat(reply.status()).as(Client.text(reply)).isEqualTo(201);
    }

    /** Runs a statement that gives a row, and takes its first column. */
    String sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
