package io.silverback.edge.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.silverback.contracts.HealthEvent;
import io.silverback.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** CloudEvents 1.0 in Kafka's binary mode. */
final class CloudEvents {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private CloudEvents() {}

    /** The record for {@code event}, keyed by its gateway. */
    static ProducerRecord<String, byte[]> recordOf(HealthEvent event, UUID id) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(
                        Topic.HEALTH_EVENTS.topicName(), event.gateway(), bodyOf(event));
        put(message, "ce_specversion", "1.0");
        put(message, "ce_id", id.toString());
        put(message, "ce_type", Topic.HEALTH_EVENTS.eventType());
        put(message, "ce_source", "/silverback/edge");
        put(message, "ce_subject", event.gateway());
        put(message, "ce_time", event.to().toString());
        put(message, "content-type", "application/json");
        return message;
    }

    private static byte[] bodyOf(HealthEvent event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a health event is always JSON", e);
        }
    }

    private static void put(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
