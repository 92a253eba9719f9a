package io.silverback.edge.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.silverback.contracts.HealthEvent;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends health events from a thread of its own, one after the other, until it is closed. */
public final class KafkaHealthEvents implements HealthEvents {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaHealthEvents.class);
    private static final long POLL_MILLIS = 200;
    private static final long ACKNOWLEDGED_WITHIN_SECONDS = 5;
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(1);

    private final Producer<String, byte[]> producer;
    private final Backlog backlog;
    private final Counter sent;
    private final Thread sender;
    private volatile boolean open = true;
    private boolean reachable = true;

    public KafkaHealthEvents(
            Producer<String, byte[]> producer, int capacity, MeterRegistry registry) {
        this.producer = producer;
        this.backlog = new Backlog(capacity);
        this.sent = registry.counter("silverback.edge.health.events.sent");
        FunctionCounter.builder("silverback.edge.health.events.dropped", backlog, Backlog::dropped)
                .register(registry);
        this.sender = new Thread(this::sendUntilClosed, "health-events");
        sender.setDaemon(true);
        sender.start();
    }

    @Override
    public void publish(HealthEvent event) {
        backlog.add(event);
    }

    @Override
    public void close() {
        open = false;
        sender.interrupt();
        producer.close(CLOSED_WITHIN);
    }

    private void sendUntilClosed() {
        try {
            while (open) {
                sendNext(backlog.poll(POLL_MILLIS));
            }
        } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException e) {
            LOG.debug("health events closed");
        }
    }

    private void sendNext(@Nullable HealthEvent event) throws InterruptedException {
        if (event == null) {
            return;
        }
        try {
            producer.send(CloudEvents.recordOf(event, UUID.randomUUID()))
                    .get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
            sent.increment();
            reached(true, "");
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            backlog.giveBack(event);
            reached(false, String.valueOf(e.getMessage()));
        }
    }

    private void reached(boolean now, String reason) {
        if (now != reachable) {
            reachable = now;
            LOG.atInfo()
                    .addKeyValue("reason", reason)
                    .log(now ? "Kafka takes health events again" : "Kafka takes no health events");
        }
    }
}
