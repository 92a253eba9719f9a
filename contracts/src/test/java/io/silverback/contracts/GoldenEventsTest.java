package io.silverback.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is on the topics today must be readable for ever. */
class GoldenEventsTest {

    @ParameterizedTest
    @EnumSource(Topic.class)
    void readsAndWritesTheGoldenEvent(Topic topic) throws IOException {
        JsonNode golden = golden(topic);

        Event event = EventMapper.JSON.treeToValue(golden, topic.body());

        JsonNode written = EventMapper.JSON.readTree(EventMapper.JSON.writeValueAsString(event));
        assertThat(written).isEqualTo(golden);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void ignoresWhatItDoesNotKnow(Topic topic) throws IOException {
        ObjectNode golden = (ObjectNode) golden(topic);
        Event event = EventMapper.JSON.treeToValue(golden, topic.body());

        golden.put("aFieldOfALaterVersion", true);

        assertThat(EventMapper.JSON.treeToValue(golden, topic.body())).isEqualTo(event);
    }

    private static JsonNode golden(Topic topic) throws IOException {
        String name = "/golden/" + topic.topicName() + ".json";
        try (InputStream file = GoldenEventsTest.class.getResourceAsStream(name)) {
            return EventMapper.JSON.readTree(Objects.requireNonNull(file, name));
        }
    }
}
