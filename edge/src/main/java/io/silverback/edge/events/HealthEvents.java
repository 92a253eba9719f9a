package io.silverback.edge.events;

import io.silverback.contracts.HealthEvent;

/** Where windows of health go. Never blocks. */
public interface HealthEvents extends AutoCloseable {

    /** Hands over {@code event}; it may be dropped, never waited for. */
    void publish(HealthEvent event);

    @Override
    void close();

    /** For an edge without Kafka. */
    static HealthEvents none() {
        return new HealthEvents() {
            @Override
            public void publish(HealthEvent event) {}

            @Override
            public void close() {}
        };
    }
}
