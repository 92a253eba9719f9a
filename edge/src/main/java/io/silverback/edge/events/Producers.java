package io.silverback.edge.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.silverback.edge.settings.Settings;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka producers for measurements: fresh rather than certain. */
public final class Producers {

    private Producers() {}

    /** Where the windows of an edge with {@code settings} go: to Kafka, if there is one. */
    public static HealthEvents feed(Settings settings, MeterRegistry registry) {
        String servers = settings.events().bootstrapServers();
        return servers == null
                ? HealthEvents.none()
                : new KafkaHealthEvents(
                        to(servers, settings.name()), settings.events().backlog(), registry);
    }

    /** A producer that gives up on a record within a few seconds. */
    private static Producer<String, byte[]> to(String bootstrapServers, String name) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG, name,
                        ProducerConfig.ACKS_CONFIG, "1",
                        ProducerConfig.LINGER_MS_CONFIG, 0,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000,
                        ProducerConfig.BUFFER_MEMORY_CONFIG, 1_048_576),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
