package io.silverback.cli.status;

import static io.silverback.cli.screen.Words.percent;
import static io.silverback.cli.screen.Words.rate;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.screen.Words;
import java.util.ArrayList;
import java.util.List;

/** One cutover for people. */
record CutoverView(JsonNode cutover) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(head());
        if (cutover.path("evidence").isObject() && !cutover.path("ended").asBoolean()) {
            lines.add(evidence(cutover.path("evidence")));
        }
        if (cutover.path("rollback").isObject()) {
            lines.add(rollback(cutover.path("rollback")));
        }
        return lines;
    }

    private String head() {
        JsonNode weight = cutover.path("weight");
        String why = text(cutover, "why").isEmpty() ? "" : "   " + text(cutover, "why");
        String router =
                text(cutover, "router").isEmpty() ? "" : " (" + text(cutover, "router") + ")";
        return "cutover %s   %s   %s %s   step %s of %d%s%s"
                .formatted(
                        text(cutover, "name"),
                        text(cutover, "state"),
                        percent(weight),
                        bar(weight.asInt()),
                        text(cutover, "step"),
                        cutover.path("steps").size(),
                        why,
                        router);
    }

    private static String bar(int weight) {
        int filled = Math.min(10, Math.max(0, weight / 10));
        return "[" + "=".repeat(filled) + " ".repeat(10 - filled) + "]";
    }

    private static String evidence(JsonNode evidence) {
        JsonNode green = evidence.path("green");
        JsonNode blue = evidence.path("blue");
        return "  green %s of %s requests   errors green/blue %s / %s   p99 %s / %s ms   %s: %s"
                .formatted(
                        text(green, "requests"),
                        text(evidence, "needed"),
                        rate(green.path("errorRate")),
                        rate(blue.path("errorRate")),
                        orDash(text(green, "latencyP99")),
                        orDash(text(blue, "latencyP99")),
                        text(evidence, "verdict"),
                        text(evidence, "reason"));
    }

    private static String rollback(JsonNode rollback) {
        JsonNode millis = rollback.path("causeToReadBackMillis");
        String took = millis.isNumber() ? ", read back " + Words.millis(millis.asLong()) : "";
        return "  rollback asked by %s: %s%s%s"
                .formatted(
                        text(rollback, "requestedBy"),
                        text(rollback, "reason"),
                        took,
                        millis.isNumber() ? " after its cause" : "");
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
