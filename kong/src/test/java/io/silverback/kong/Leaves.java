package io.silverback.kong;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document as its leaves by path, list members by what identifies them: only differences show.
 */
public final class Leaves {
    private static final List<String> IDENTIFYING =
            List.of(
                    "id",
                    "name",
                    "instance_name",
                    "username",
                    "custom_id",
                    "key",
                    "group",
                    "client_id",
                    "target",
                    "prefix",
                    "cert",
                    "service",
                    "route",
                    "consumer");

    private Leaves() {}

    public static List<String> onlyInFirst(JsonNode first, JsonNode second) {
        Map<String, String> mine = of(first);
        Map<String, String> theirs = of(second);
        return mine.entrySet().stream()
                .filter(leaf -> !leaf.getValue().equals(theirs.get(leaf.getKey())))
                .map(Map.Entry::toString)
                .toList();
    }

    private static Map<String, String> of(JsonNode document) {
        Map<String, String> leaves = new TreeMap<>();
        collect("", document, leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(f -> collect(path + "/" + f.getKey(), f.getValue(), leaves));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            node.forEach(member -> collect(path + "/" + identity(member), member, leaves));
        } else {
            leaves.put(path, node.toString());
        }
    }

    private static String identity(JsonNode member) {
        Stream<String> all =
                IDENTIFYING.stream().filter(member::has).map(f -> member.get(f).asText());
        return member.has("id") ? member.get("id").asText() : all.collect(Collectors.joining("+"));
    }
}
