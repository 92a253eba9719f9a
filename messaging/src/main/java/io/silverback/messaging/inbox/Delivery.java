package io.silverback.messaging.inbox;

import io.silverback.messaging.event.TraceContext;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** A record as it was delivered to one consumer group. */
public final class Delivery {
    private final Message<byte[]> message;
    private final ConsumerRecord<String, byte[]> heard;
    private final String group;

    private Delivery(Message<byte[]> message, ConsumerRecord<String, byte[]> heard, String group) {
        this.message = message;
        this.heard = heard;
        this.group = group;
    }

    /** The delivery behind {@code message}, which came from Kafka. */
    @SuppressWarnings("unchecked")
    public static Delivery of(Message<byte[]> message) {
        IncomingKafkaRecordMetadata<String, byte[]> metadata =
                message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        return new Delivery(message, metadata.getRecord(), group(metadata.getChannel()));
    }

    /** The record, with its headers. */
    public ConsumerRecord<String, byte[]> heard() {
        return heard;
    }

    /** The consumer group it was delivered to. */
    public String group() {
        return group;
    }

    /** {@code cause} and where it happened, in one line for the log. */
    public String failed(Throwable cause) {
        return "topic=%s partition=%d offset=%d group=%s cause=%s"
                .formatted(heard.topic(), heard.partition(), heard.offset(), group, cause);
    }

    /** What happens from now on in this delivery belongs to the trace {@code traceparent}. */
    public void joinTrace(@Nullable String traceparent) {
        Context context = Vertx.currentContext();
        if (context != null && VertxContext.isDuplicatedContext(context)) {
            TraceContext.put(context, traceparent);
        }
    }

    /** Tells the broker that the record is dealt with. */
    public Uni<Void> acknowledge() {
        return Uni.createFrom().completionStage(message::ack);
    }

    private static String group(String channel) {
        var config = ConfigProvider.getConfig();
        return config.getOptionalValue(
                        "mp.messaging.incoming." + channel + ".group.id", String.class)
                .or(() -> config.getOptionalValue("kafka.group.id", String.class))
                .orElseGet(() -> config.getValue("quarkus.application.name", String.class));
    }
}
