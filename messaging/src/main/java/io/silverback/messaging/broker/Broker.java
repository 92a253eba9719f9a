package io.silverback.messaging.broker;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The one producer of a process. Made when first needed, so that a broker may come later. */
@ApplicationScoped
public class Broker {
    private static final int SENDERS = 4;

    private final Map<String, Object> settings;
    private final ExecutorService senders =
            Executors.newFixedThreadPool(SENDERS, task -> daemon(task));
    private @Nullable Producer<String, byte[]> producer;

    /** A producer with the settings {@code kafka}, less what order and certainty ask for. */
    public Broker(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.settings = new HashMap<>(kafka);
        settings.putAll(
                Map.of(
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0,
                        "max.block.ms",
                        5_000,
                        "request.timeout.ms",
                        5_000,
                        "delivery.timeout.ms",
                        10_000,
                        "buffer.memory",
                        8 << 20,
                        "compression.type",
                        "none"));
    }

    /** Completes with the broker's acknowledgement; fails when there is none in time. */
    public Uni<Void> send(ProducerRecord<String, byte[]> message) {
        return Uni.createFrom().emitter(emitter -> enqueue(message, emitter));
    }

    /** Sends at once and tells {@code done} how it ended. */
    public void sendAndForget(
            ProducerRecord<String, byte[]> message, Consumer<Optional<Throwable>> done) {
        senders.execute(() -> send(message, done));
    }

    /** Connects and loads what the first event would wait for. */
    public Uni<Void> warmUp(String topic) {
        return Uni.createFrom()
                .item(() -> producer().partitionsFor(topic))
                .runSubscriptionOn(senders)
                .replaceWithVoid();
    }

    private void enqueue(ProducerRecord<String, byte[]> message, UniEmitter<? super Void> emitter) {
        try {
            senders.execute(() -> send(message, failure -> settle(emitter, failure)));
        } catch (RejectedExecutionException e) {
            emitter.fail(e);
        }
    }

    private void send(ProducerRecord<String, byte[]> message, Consumer<Optional<Throwable>> done) {
        try {
            producer().send(message, (sent, failure) -> done.accept(Optional.ofNullable(failure)));
        } catch (KafkaException | IllegalStateException e) {
            done.accept(Optional.of(e));
        }
    }

    private static void settle(UniEmitter<? super Void> emitter, Optional<Throwable> failure) {
        failure.ifPresentOrElse(emitter::fail, () -> emitter.complete(null));
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer =
                    new KafkaProducer<>(
                            settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        senders.shutdownNow();
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "silverback-sender");
        thread.setDaemon(true);
        return thread;
    }
}
