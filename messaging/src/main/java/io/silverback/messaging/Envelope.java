package io.silverback.messaging;

import io.silverback.contracts.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One received event.
 *
 * @param appendedAt the broker's timestamp
 * @param traceparent W3C trace context, where the sender gave one
 */
public record Envelope<E extends Event>(
        String id,
        String source,
        String key,
        String subject,
        Instant time,
        Instant appendedAt,
        @Nullable String traceparent,
        E body) {}
