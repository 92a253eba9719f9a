package io.silverback.console.events;

import io.silverback.contracts.Topic;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Message;

/** On which topic a record came: one channel carries several. */
final class RecordTopic {

    private RecordTopic() {}

    static Topic of(Message<byte[]> record) {
        String name =
                record.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow().getTopic();
        return Stream.of(Topic.values())
                .filter(topic -> topic.topicName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
