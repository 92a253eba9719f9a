package io.silverback.messaging.containers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Sets {@code quarkus.datasource.*} to a PostgreSQL in a container. */
public class PostgresContainers implements QuarkusTestResourceLifecycleManager {
    private static final String OFFICIAL = "postgres";

    private PostgreSQLContainer postgres;

    @Override
    public Map<String, String> start() {
        String image = System.getProperty("silverback.postgres.image", OFFICIAL + ":17");
        postgres =
                new PostgreSQLContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor(OFFICIAL));
        postgres.start();
        String address =
                "%s:%d/%s"
                        .formatted(
                                postgres.getHost(),
                                postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                                postgres.getDatabaseName());
        return Map.of(
                "quarkus.datasource.reactive.url",
                "postgresql://" + address,
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + address,
                "quarkus.datasource.username",
                postgres.getUsername(),
                "quarkus.datasource.password",
                postgres.getPassword());
    }

    @Override
    public void stop() {
        if (postgres != null) {
            postgres.stop();
        }
    }
}
