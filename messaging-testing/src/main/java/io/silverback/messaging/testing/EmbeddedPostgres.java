package io.silverback.messaging.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Sets {@code quarkus.datasource.*} to a PostgreSQL of the test's own, durable as a real one. */
public class EmbeddedPostgres implements QuarkusTestResourceLifecycleManager {
    private io.zonky.test.db.postgres.embedded.EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        postgres = startDurable();
        String address = "127.0.0.1:" + postgres.getPort() + "/postgres";
        return Map.of(
                "quarkus.log.category.\"io.zonky\".level",
                "WARN",
                "quarkus.datasource.reactive.url",
                "postgresql://" + address,
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + address,
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres");
    }

    /** A PostgreSQL with fsync and synchronous commits on. */
    public static io.zonky.test.db.postgres.embedded.EmbeddedPostgres startDurable() {
        try {
            return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
