package io.silverback.messaging.containers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Sets {@code kafka.bootstrap.servers} to a broker in a container; topics are made on use. */
public class KafkaContainers implements QuarkusTestResourceLifecycleManager {
    private static final String OFFICIAL = "apache/kafka";

    private KafkaContainer kafka;

    @Override
    public Map<String, String> start() {
        String image = System.getProperty("silverback.kafka.image", OFFICIAL + ":4.1.1");
        kafka =
                new KafkaContainer(DockerImageName.parse(image).asCompatibleSubstituteFor(OFFICIAL))
                        .withEnv("KAFKA_HEAP_OPTS", "-Xmx256m");
        kafka.start();
        return Map.of("kafka.bootstrap.servers", kafka.getBootstrapServers());
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.stop();
        }
    }
}
