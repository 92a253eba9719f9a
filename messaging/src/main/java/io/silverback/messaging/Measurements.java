package io.silverback.messaging;

import io.silverback.contracts.Event;
import io.silverback.messaging.broker.Broker;
import io.silverback.messaging.event.OutgoingEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Measurements: sent at once, without a transaction; a lost one is replaced by the next. */
@ApplicationScoped
public class Measurements {
    private static final Logger LOG = Logger.getLogger(Measurements.class);
    private static final int MOST_UNDER_WAY = 64;

    private final Broker broker;
    private final OutgoingEvents events;
    private final AtomicInteger underWay = new AtomicInteger();

    Measurements(Broker broker, OutgoingEvents events) {
        this.broker = broker;
        this.events = events;
    }

    /** Completes at once; never fails for the broker's sake. Dropped while many wait for it. */
    public Uni<Void> publish(String key, String subject, Event event) {
        return Uni.createFrom().item(() -> offer(key, subject, event)).replaceWithVoid();
    }

    private boolean offer(String key, String subject, Event event) {
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            underWay.decrementAndGet();
            return false;
        }
        broker.sendAndForget(
                events.signed(key, subject, event).toRecord(),
                failure -> {
                    underWay.decrementAndGet();
                    failure.ifPresent(
                            cause -> LOG.debugf("Measurement lost: %s", cause.getMessage()));
                });
        return true;
    }
}
