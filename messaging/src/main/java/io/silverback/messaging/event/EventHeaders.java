package io.silverback.messaging.event;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode: the names of the headers. */
public final class EventHeaders {
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACEPARENT = "traceparent";
    public static final String SIGNATURE = "ce_silverbacksignature";

    private EventHeaders() {}

    /** The last value of {@code name}, if there is one. */
    public static @Nullable String find(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The value of {@code name}; without one the record is refused. */
    public static String require(Headers headers, String name) {
        String value = find(headers, name);
        if (value == null || value.isEmpty()) {
            throw new Refused("the header " + name + " is missing");
        }
        return value;
    }

    /** Sets {@code name}, unless there is no value. */
    public static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
