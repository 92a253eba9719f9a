package io.silverback.messaging.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** One event as it goes to the broker. */
public record OutgoingEvent(
        String id,
        String topic,
        String source,
        String key,
        String subject,
        Instant time,
        @Nullable String traceparent,
        @Nullable String signature,
        String body) {

    /** The event as a record with CloudEvents headers. */
    public ProducerRecord<String, byte[]> toRecord() {
        ProducerRecord<String, byte[]> result =
                new ProducerRecord<>(topic, key, body.getBytes(StandardCharsets.UTF_8));
        Headers headers = result.headers();
        EventHeaders.put(headers, EventHeaders.ID, id);
        EventHeaders.put(headers, EventHeaders.SOURCE, source);
        EventHeaders.put(headers, EventHeaders.TYPE, "io.silverback." + topic + ".v1");
        EventHeaders.put(headers, EventHeaders.SPEC_VERSION, "1.0");
        EventHeaders.put(headers, EventHeaders.SUBJECT, subject);
        EventHeaders.put(headers, EventHeaders.TIME, time.toString());
        EventHeaders.put(headers, EventHeaders.CONTENT_TYPE, "application/json");
        EventHeaders.put(headers, EventHeaders.TRACEPARENT, traceparent);
        EventHeaders.put(headers, EventHeaders.SIGNATURE, signature);
        return result;
    }
}
