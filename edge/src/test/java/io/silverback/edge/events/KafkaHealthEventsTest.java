package io.silverback.edge.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.silverback.contracts.HealthEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaHealthEventsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void sendsACloudEventInBinaryMode() throws IOException {
        MockProducer<String, byte[]> producer = producer(true);
        try (KafkaHealthEvents events = new KafkaHealthEvents(producer, 10, registry)) {
            events.publish(event(3));
            await().until(() -> producer.history().size() == 1);
        }

        ProducerRecord<String, byte[]> message = producer.history().get(0);
        JsonNode body = new ObjectMapper().readTree(message.value());
        assertThat(message.topic()).isEqualTo("health-events");
        assertThat(message.key()).isEqualTo("green-kong");
        assertThat(header(message, "ce_type")).isEqualTo("io.silverback.health-events.v1");
        assertThat(header(message, "ce_source")).isEqualTo("/silverback/edge");
        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(message, "ce_id")).hasSize(36);
        assertThat(body.at("/requests").asLong()).isEqualTo(3);
        assertThat(body.at("/from").asText()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(body.at("/latency/p99").asDouble()).isEqualTo(9.5);
    }

    @Test
    void keepsTheNewestWhileKafkaIsAwayAndCountsTheRest() {
        MockProducer<String, byte[]> producer = producer(true);
        producer.sendException = new TimeoutException("no broker");
        try (KafkaHealthEvents events = new KafkaHealthEvents(producer, 2, registry)) {
            for (int number = 1; number <= 50; number++) {
                events.publish(event(number));
            }
            producer.sendException = null;
            await().untilAsserted(() -> assertThat(lastSent(producer)).isEqualTo(50));
        }

        assertThat(registry.get("silverback.edge.health.events.dropped").functionCounter().count())
                .isPositive();
    }

    private static long lastSent(MockProducer<String, byte[]> producer) throws IOException {
        List<ProducerRecord<String, byte[]>> sent = producer.history();
        return sent.isEmpty()
                ? 0
                : new ObjectMapper()
                        .readTree(sent.get(sent.size() - 1).value())
                        .at("/requests")
                        .asLong();
    }

    private static MockProducer<String, byte[]> producer(boolean autoComplete) {
        return new MockProducer<>(
                autoComplete, null, new StringSerializer(), new ByteArraySerializer());
    }

    private static String header(ProducerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static HealthEvent event(long requests) {
        Instant from = Instant.parse("2026-11-22T10:00:00Z");
        return new HealthEvent(
                "green-kong",
                "edge",
                "edge",
                from,
                from.plusMillis(500),
                requests,
                0,
                Map.of("p99", 9.5),
                null,
                null,
                null);
    }
}
