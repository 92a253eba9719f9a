package io.silverback.quickstart.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.silverback.kong.database.Recorded;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * decK leaves out of its files when most entities were made. A simulated gateway that stands for
 * the recorded one must know it, or it would have made them just now.
 */
final class BirthDates {

    private BirthDates() {}

    /** Writes the state with each entity's {@code created_at} as the recorded rows have it. */
    static Path added(Path state, Path target) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        JsonNode content = yaml.readTree(state.toFile());
        add(content, recorded());
        yaml.writeValue(target.toFile(), content);
        return target;
    }

    private static void add(JsonNode node, Map<String, BigDecimal> recorded) {
        BigDecimal at = recorded.get(node.path("id").asText());
        if (at != null && node instanceof ObjectNode entity) {
            entity.put("created_at", at);
        }
        node.forEach(child -> add(child, recorded));
    }

    /** Seconds since 1970, by entity id. */
    private static Map<String, BigDecimal> recorded() {
        Map<String, BigDecimal> recorded = new HashMap<>();
        for (Recorded.Table table : Recorded.tables("cassandra").values()) {
            for (JsonNode line : table.rows()) {
                JsonNode row = line.path("row");
                if (row.path("id").isTextual() && row.path("created_at").isTextual()) {
                    recorded.put(row.path("id").asText(), seconds(row.path("created_at").asText()));
                }
            }
        }
        return recorded;
    }

    private static BigDecimal seconds(String timestamp) {
        return BigDecimal.valueOf(Instant.parse(timestamp).toEpochMilli(), 3).stripTrailingZeros();
    }
}
