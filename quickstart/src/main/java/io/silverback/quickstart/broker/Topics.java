package io.silverback.quickstart.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates what {@code deploy/topics.yaml} lists. */
public final class Topics {

    private Topics() {}

    /**
     * Creates each listed topic that is not there yet, with as many replicas as is the broker's
     * habit.
     *
     * @param list the file with {@code topics: [{name, partitions, config}]}
     * @return the names of all listed topics
     * @throws IOException when the list cannot be read or the broker refuses
     */
    public static List<String> create(String bootstrapServers, Path list)
            throws IOException, InterruptedException {
        JsonNode topics = new YAMLMapper().readTree(list.toFile()).required("topics");
        try (Admin admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (JsonNode topic : topics) {
                names.add(topic.required("name").asText());
                if (!existing.contains(topic.required("name").asText())) {
                    missing.add(newTopic(topic));
                }
            }
            admin.createTopics(missing).all().get();
            return names;
        } catch (ExecutionException refused) {
            throw new IOException("Kafka refused to create the topics", refused.getCause());
        }
    }

    private static NewTopic newTopic(JsonNode topic) {
        Map<String, String> configuration = new HashMap<>();
        topic.path("config")
                .properties()
                .forEach(entry -> configuration.put(entry.getKey(), entry.getValue().asText()));
        return new NewTopic(
                        topic.required("name").asText(),
                        Optional.of(topic.path("partitions").asInt(1)),
                        Optional.empty())
                .configs(configuration);
    }
}
