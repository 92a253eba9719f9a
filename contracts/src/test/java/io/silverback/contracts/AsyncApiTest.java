package io.silverback.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The AsyncAPI document says of every record what the code says. */
class AsyncApiTest {
    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml")) {
            document = new YAMLMapper().readTree(Objects.requireNonNull(file));
        }
    }

    @Test
    void isAsyncApi3() {
        assertThat(document.required("asyncapi").asText()).isEqualTo("3.0.0");
    }

    @Test
    void describesEveryComponentOfEveryRecord() {
        Map<String, JsonNode> described = new TreeMap<>();
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> described.put(schema.getKey(), withoutProse(schema.getValue())));

        Map<String, JsonNode> actual = Shape.of(Stream.of(Topic.values()).map(Topic::body));

        assertThat(described.keySet()).isEqualTo(actual.keySet());
        actual.forEach(
                (name, schema) ->
                        assertThat(Objects.requireNonNull(described.get(name)).toPrettyString())
                                .as(name)
                                .isEqualTo(schema.toPrettyString()));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void hasAChannelAndAMessageForEachTopic(Topic topic) {
        String name = topic.body().getSimpleName();
        JsonNode channel = document.at("/channels").required(topic.topicName());
        assertThat(channel.required("address").asText()).isEqualTo(topic.topicName());
        assertThat(channel.at("/messages/" + name + "/$ref").asText())
                .isEqualTo("#/components/messages/" + name);
        JsonNode message = document.at("/components/messages").required(name);
        assertThat(message.required("name").asText()).isEqualTo(topic.eventType());
        assertThat(message.at("/payload/$ref").asText()).isEqualTo("#/components/schemas/" + name);
        assertThat(
                        document.at("/operations/publish-" + topic.topicName() + "/channel/$ref")
                                .asText())
                .isEqualTo("#/channels/" + topic.topicName());
    }

    @Test
    void hasNoChannelThatIsNoTopic() {
        List<String> channels = new ArrayList<>();
        document.required("channels").fieldNames().forEachRemaining(channels::add);

        assertThat(new TreeSet<>(channels))
                .isEqualTo(new TreeSet<>(Stream.of(Topic.values()).map(Topic::topicName).toList()));
    }

    private static JsonNode withoutProse(JsonNode schema) {
        ObjectNode copy = schema.deepCopy();
        copy.remove("description");
        copy.path("properties").forEach(property -> ((ObjectNode) property).remove("description"));
        return copy;
    }
}
