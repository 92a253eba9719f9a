package io.silverback.verify.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares two answers to the same request; what must differ between any two is left out. */
public final class AnswerComparison {

    /** Hop-by-hop, clocks, latencies, request ids and counters (RFC 9110, Kong's own). */
    private static final Set<String> NEVER_EQUAL =
            Set.of(
                    "connection",
                    "keep-alive",
                    "transfer-encoding",
                    "date",
                    "age",
                    "via",
                    "content-length",
                    "x-kong-upstream-latency",
                    "x-kong-proxy-latency",
                    "x-kong-response-latency",
                    "x-kong-admin-latency",
                    "x-kong-request-id",
                    "x-request-id",
                    "ratelimit-remaining",
                    "ratelimit-reset",
                    "retry-after");

    /**
     * How many requests are left in a window: {@code X-RateLimit-Remaining-Minute} and the like.
     */
    private static final String REMAINING = "x-ratelimit-remaining-";

    private static final Set<String> NEVER_EQUAL_FIELDS =
            Set.of("x-request-id", "x-kong-request-id", "kong-request-id");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> expected;

    /**
     * @param expectedHeaders headers whose difference the plan has declared
     */
    public AnswerComparison(List<String> expectedHeaders) {
        expected = new TreeSet<>();
        expectedHeaders.forEach(header -> expected.add(header.toLowerCase(Locale.ROOT)));
    }

    /** What differs, one sentence each without values of headers or bodies; empty when equal. */
    public List<String> differences(Answer blue, Answer green) {
        List<String> differences = new ArrayList<>();
        if (blue.status() != green.status()) {
            differences.add("status: blue " + blue.status() + ", green " + green.status());
        }
        Set<String> names = new TreeSet<>(blue.headers().keySet());
        names.addAll(green.headers().keySet());
        names.removeAll(NEVER_EQUAL);
        names.removeAll(expected);
        names.removeIf(name -> name.startsWith(REMAINING));
        for (String name : names) {
            compareHeader(name, blue, green, differences);
        }
        compareBodies(blue, green, differences);
        return differences;
    }

    private static void compareHeader(
            String name, Answer blue, Answer green, List<String> differences) {
        String left = blue.headers().get(name);
        String right = green.headers().get(name);
        if (!Objects.equals(left, right)) {
            String how =
                    left == null
                            ? "only green has it"
                            : right == null ? "green lacks it" : "differs";
            differences.add("header " + name + ": " + how);
        }
    }

    private static void compareBodies(Answer blue, Answer green, List<String> differences) {
        if (blue.body().equals(green.body())) {
            return;
        }
        JsonNode left = json(blue);
        JsonNode right = json(green);
        if (left.isContainerNode() && right.isContainerNode()) {
            compareFields("", left, right, differences);
        } else {
            differences.add("body differs");
        }
    }

    private static void compareFields(
            String path, JsonNode blue, JsonNode green, List<String> differences) {
        if (blue.equals(green)) {
            return;
        }
        if (!blue.isObject() || !green.isObject()) {
            differences.add("body" + path + " differs");
            return;
        }
        Set<String> names = new TreeSet<>();
        blue.fieldNames().forEachRemaining(names::add);
        green.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> NEVER_EQUAL_FIELDS.contains(name.toLowerCase(Locale.ROOT)));
        for (String name : names) {
            compareFields(path + "." + name, blue.path(name), green.path(name), differences);
        }
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException text) {
            return JSON.missingNode();
        }
    }
}
