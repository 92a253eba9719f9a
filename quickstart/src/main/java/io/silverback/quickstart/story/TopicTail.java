package io.silverback.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads all topics from now on, without a consumer group. */
public final class TopicTail implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final ObjectMapper json = new ObjectMapper();

    /** One event as it lies on its topic; {@code at} is the broker's time. */
    public record Line(String topic, String key, Instant at, JsonNode body) {}

    /** Opens all partitions of {@code topics} at their present ends. */
    public TopicTail(String bootstrapServers, Collection<String> topics) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                                100),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                topics.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** What has arrived within {@code patience}, oldest first. */
    public List<Line> poll(Duration patience) {
        List<Line> lines = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
            lines.add(line(record));
        }
        lines.sort(Comparator.comparing(Line::at));
        return lines;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Line line(ConsumerRecord<String, byte[]> record) {
        try {
            return new Line(
                    record.topic(),
                    String.valueOf(record.key()),
                    Instant.ofEpochMilli(record.timestamp()),
                    json.readTree(record.value()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "A record on " + record.topic() + " is not JSON", unreadable);
        }
    }
}
