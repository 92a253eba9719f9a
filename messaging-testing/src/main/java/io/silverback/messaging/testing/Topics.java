package io.silverback.messaging.testing;

import io.silverback.contracts.Event;
import io.silverback.contracts.Topic;
import io.silverback.messaging.event.EventJson;
import io.silverback.messaging.event.OutgoingEvents;
import io.silverback.messaging.signature.Signer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** A test's hand on the topics: speaks as any publisher, and reads what is there. */
public final class Topics implements AutoCloseable {
    private final String bootstrapServers;
    private final Path privateKeys;
    private final KafkaProducer<String, byte[]> producer;

    /** Topics of the broker at {@code bootstrapServers}; {@code privateKeys} by publisher. */
    public Topics(String bootstrapServers, Path privateKeys) {
        this.bootstrapServers = bootstrapServers;
        this.privateKeys = privateKeys;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Topics as the application under test sees them. */
    public static Topics ofTheApplication() {
        Config config = ConfigProvider.getConfig();
        return new Topics(
                config.getValue("kafka.bootstrap.servers", String.class),
                config.getValue("silverback.test.private-keys", Path.class));
    }

    /** Publishes {@code event} as {@code publisher} would, signed where it must be. */
    public void publish(String publisher, String key, String subject, Event event) {
        send(record(publisher, key, subject, event));
    }

    /** The record that {@link #publish} would send; a new id each time. */
    public ProducerRecord<String, byte[]> record(
            String publisher, String key, String subject, Event event) {
        Signer signer = new Signer(privateKeys.resolve(publisher + ".json"));
        return new OutgoingEvents(signer, publisher).signed(key, subject, event).toRecord();
    }

    /** Sends {@code message} and waits for the broker's word. */
    public void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All events of {@code type} with record key {@code key} that are on its topic now. */
    public <E extends Event> List<E> events(Class<E> type, String key) {
        List<E> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> heard : records(Topic.ofBody(type).topicName())) {
            if (key.equals(heard.key())) {
                events.add(EventJson.read(heard.value(), type));
            }
        }
        return events;
    }

    /** All records that are on {@code topic} now, dead-letter topics included. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(one -> new TopicPartition(topic, one.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return drain(consumer, consumer.endOffsets(partitions));
        }
    }

    private static List<ConsumerRecord<String, byte[]>> drain(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
        }
        return heard;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "enable.auto.commit",
                        "false",
                        "fetch.max.wait.ms",
                        "50"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
