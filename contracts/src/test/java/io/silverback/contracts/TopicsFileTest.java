package io.silverback.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code deploy/topics.yaml} lists every topic, with the retention of its nature. */
class TopicsFileTest {
    private static final long FOR_EVER = -1;
    private static final long A_DAY = 86_400_000;

    @Test
    void listsEveryTopicAndItsDeadLettersWithTheirRetention() throws IOException {
        Map<String, Long> expected = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            boolean fact = topic.nature() == Topic.Nature.FACT;
            expected.put(topic.topicName(), fact ? FOR_EVER : A_DAY);
            expected.put(topic.deadLetterName(), FOR_EVER);
        }

        assertThat(listed()).isEqualTo(expected);
    }

    private static Map<String, Long> listed() throws IOException {
        Path file = Path.of(System.getProperty("silverback.home", ".."), "deploy", "topics.yaml");
        Map<String, Long> listed = new LinkedHashMap<>();
        for (JsonNode topic : new YAMLMapper().readTree(file.toFile()).required("topics")) {
            assertThat(topic.required("partitions").asInt()).isPositive();
            listed.put(
                    topic.required("name").asText(),
                    topic.required("config").required("retention.ms").asLong());
        }
        return listed;
    }
}
