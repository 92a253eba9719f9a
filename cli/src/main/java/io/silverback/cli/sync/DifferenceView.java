package io.silverback.cli.sync;

import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.joined;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a sync would do, for people. */
record DifferenceView(JsonNode report) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s on %s   %d to create, %d to update, %d to delete, %d as they should be"
                        .formatted(
                                text(report, "workspace"),
                                text(report, "green"),
                                report.path("created").asInt(),
                                report.path("updated").asInt(),
                                report.path("deleted").asInt(),
                                report.path("unchanged").asInt()));
        each(report.path("conflicts")).forEach(one -> lines.add("conflict   " + one.asText()));
        each(report.path("changes")).forEach(change -> addChange(lines, change));
        each(report.path("extra")).forEach(one -> lines.add("kept       " + one.asText()));
        each(report.path("attention")).forEach(one -> lines.add(attention(one)));
        return lines;
    }

    private static void addChange(List<String> lines, JsonNode change) {
        lines.add("%-10s %s".formatted(text(change, "change"), text(change, "entity")));
        each(change.path("fields")).forEach(f -> lines.add("    " + field(change, f)));
    }

    private static String field(JsonNode change, JsonNode field) {
        String name = text(field, "field") + ": ";
        return switch (text(change, "change")) {
            case "create" -> name + text(field, "to");
            case "delete" -> name + text(field, "from");
            default -> name + text(field, "from") + " -> " + text(field, "to");
        };
    }

    private static String attention(JsonNode one) {
        return "attention  %s %s: %s"
                .formatted(text(one, "entityType"), joined(one.path("names")), text(one, "reason"));
    }
}
