package io.silverback.messaging.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.silverback.contracts.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Events as JSON: times and durations in ISO 8601, unknown fields ignored, missing ones refused.
 */
public final class EventJson {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private EventJson() {}

    /** The mapper of all event bodies. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** {@code event} as JSON text. */
    public static String write(Event event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not writable: " + event.getClass(), e);
        }
    }

    /** Reads {@code body}; fails with {@link Refused} naming what is wrong. */
    public static <E extends Event> E read(byte[] body, Class<E> type) {
        try {
            E event = MAPPER.readValue(body, type);
            if (event == null) {
                throw new Refused("the body is empty");
            }
            RequiredFields.check(event);
            return event;
        } catch (IOException e) {
            throw new Refused("the body is not a readable " + type.getSimpleName(), e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static <E extends Event> E read(String body, Class<E> type) {
        return read(body.getBytes(StandardCharsets.UTF_8), type);
    }
}
