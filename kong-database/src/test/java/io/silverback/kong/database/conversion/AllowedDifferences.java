package io.silverback.kong.database.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Judges a difference by {@code allowed-differences.yaml} and remembers which lines it needed. */
public final class AllowedDifferences {

    private static final Duration BETWEEN_THE_WRITES = Duration.ofSeconds(30);

    private static final String MOMENT = "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z";

    private final JsonNode rules;
    private final Set<String> used = new TreeSet<>();

    public AllowedDifferences() throws IOException {
        try (InputStream in =
                AllowedDifferences.class.getResourceAsStream("allowed-differences.yaml")) {
            rules = new ObjectMapper(new YAMLFactory()).readTree(in);
        }
    }

    /** Whether converted and recorded values of one column of one row may differ like that. */
    public boolean allows(String column, JsonNode converted, JsonNode recorded, JsonNode row) {
        return isOrder(converted, recorded) && use("order", column)
                || converted.isNull()
                        && recorded.isContainerNode()
                        && recorded.isEmpty()
                        && use("emptyIsNull", column)
                || isMoment(converted, recorded) && use("momentOfTheWrite", column)
                || isFromCreation(row) && use("endFromCreation", column)
                || row.path("hash_secret").asBoolean()
                        && converted.asText().startsWith("$pbkdf2")
                        && recorded.asText().startsWith("$pbkdf2")
                        && use("saltedHash", column);
    }

    /** Whether the table's rows of other ids were made by traffic. */
    public boolean isMadeByTraffic(String table) {
        return use("madeByTraffic", table);
    }

    /** The lines that nothing needed. */
    public Set<String> unused() {
        Set<String> all = new TreeSet<>();
        rules.fields()
                .forEachRemaining(
                        rule ->
                                rule.getValue()
                                        .forEach(
                                                column ->
                                                        all.add(
                                                                rule.getKey()
                                                                        + ": "
                                                                        + column.asText())));
        all.removeAll(used);
        return all;
    }

    private boolean use(String rule, String column) {
        for (JsonNode listed : rules.get(rule)) {
            if (listed.asText().equals(column)) {
                used.add(rule + ": " + column);
                return true;
            }
        }
        return false;
    }

    private static boolean isOrder(JsonNode one, JsonNode other) {
        return one.isArray()
                && other.isArray()
                && one.size() == other.size()
                && set(one).equals(set(other));
    }

    private static Set<JsonNode> set(JsonNode array) {
        Set<JsonNode> set = new HashSet<>();
        array.forEach(set::add);
        return set;
    }

    private static boolean isMoment(JsonNode one, JsonNode other) {
        return one.asText().matches(MOMENT)
                && other.asText().matches(MOMENT)
                && Duration.between(Instant.parse(one.asText()), Instant.parse(other.asText()))
                                .abs()
                                .compareTo(BETWEEN_THE_WRITES)
                        < 0;
    }

    /** The end lies a round number of seconds after a {@code created_at} that was given. */
    private static boolean isFromCreation(JsonNode row) {
        return row.path("ttl").isTextual()
                && Objects.equals(row.path("created_at").asText(), "2026-09-21T14:13:20.000Z")
                && Duration.between(
                                        Instant.parse(row.path("created_at").asText()),
                                        Instant.parse(row.path("ttl").asText()))
                                .toSeconds()
                        == 100_000_000;
    }
}
