package io.silverback.messaging.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Sets {@code kafka.bootstrap.servers} to a broker of the test's own; topics are made on use. */
public class EmbeddedKafka implements QuarkusTestResourceLifecycleManager {
    private EmbeddedBroker broker;

    @Override
    public Map<String, String> start() {
        broker = EmbeddedBroker.start();
        return Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "quarkus.log.category.\"kafka\".level",
                "ERROR",
                "quarkus.log.category.\"org.apache.kafka\".level",
                "ERROR",
                "quarkus.log.category.\"state\".level",
                "ERROR");
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
        }
    }
}
