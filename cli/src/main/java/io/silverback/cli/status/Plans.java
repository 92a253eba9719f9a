package io.silverback.cli.status;

import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.cli.rest.RestClient;
import java.util.List;
import java.util.Map;

/** Asks the console for plans. */
final class Plans {

    private final RestClient console;

    Plans(RestClient console) {
        this.console = console;
    }

    /** {@code {"plans": […]}}: the named one; without a name the live ones, else the newest. */
    JsonNode of(String idOrName) {
        if (!idOrName.isEmpty()) {
            return plans(List.of(console.get("/api/plans/" + encoded(idOrName), Map.of())));
        }
        List<JsonNode> all = each(console.get("/api/plans", Map.of()).path("plans"));
        List<JsonNode> live = all.stream().filter(Plans::isLive).toList();
        return plans(live.isEmpty() ? all.stream().limit(1).toList() : live);
    }

    static boolean isLive(JsonNode plan) {
        return text(plan, "state").equals("live");
    }

    private static JsonNode plans(List<JsonNode> plans) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode array = answer.putArray("plans");
        plans.forEach(array::add);
        return answer;
    }

    private static String encoded(String segment) {
        return RestClient.encode(segment);
    }
}
