package io.silverback.messaging.broker;

import io.silverback.messaging.event.EventHeaders;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts a record that cannot be acted on where people find it, as it was and with the reason. */
@ApplicationScoped
public class DeadLetters {
    public static final String REASON = "silverback-dlq-reason";
    public static final String SERVICE = "silverback-dlq-service";
    public static final String GROUP = "silverback-dlq-group";
    public static final String TOPIC = "silverback-dlq-topic";
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Broker broker;
    private final String service;

    DeadLetters(Broker broker, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.broker = broker;
        this.service = service;
    }

    /** Completes when the broker has it; tried until then, for none may be lost. */
    public Uni<Void> bury(ConsumerRecord<String, byte[]> heard, String group, String reason) {
        LOG.warnf(
                "Record dead-lettered: topic=%s partition=%d offset=%d eventId=%s reason=%s",
                heard.topic(),
                heard.partition(),
                heard.offset(),
                EventHeaders.find(heard.headers(), EventHeaders.ID),
                reason);
        return broker.send(letter(heard, group, reason))
                .onFailure()
                .invoke(cause -> LOG.warnf("Dead letter not delivered yet: %s", cause.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .indefinitely();
    }

    private ProducerRecord<String, byte[]> letter(
            ConsumerRecord<String, byte[]> heard, String group, String reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(heard.topic() + "-dlq", heard.key(), heard.value());
        Headers headers = letter.headers();
        heard.headers().forEach(headers::add);
        EventHeaders.put(headers, REASON, reason);
        EventHeaders.put(headers, SERVICE, service);
        EventHeaders.put(headers, GROUP, group);
        EventHeaders.put(headers, TOPIC, heard.topic());
        return letter;
    }
}
