package io.silverback.cli.rollback;

import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.percent;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.screen.Table;
import io.silverback.cli.screen.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** What a traffic service did to each router. */
record DirectRollback(JsonNode node) {

    /** Every router was read back with nothing on green. */
    boolean isAllOnBlue() {
        List<JsonNode> routers = each(node.path("routers"));
        return !routers.isEmpty() && routers.stream().allMatch(DirectRollback::isOnBlue);
    }

    List<String> lines() {
        Table table = new Table("router", "asked", "read back", "time", "");
        each(node.path("routers"))
                .forEach(
                        router ->
                                table.row(
                                        text(router, "router"),
                                        text(router, "askedAt"),
                                        weight(router),
                                        took(router),
                                        text(router, "reason")));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("cutover " + text(node, "cutover") + "   " + verdict());
        return lines;
    }

    private String verdict() {
        boolean unrecorded =
                node.path("recorded").isBoolean() && !node.path("recorded").asBoolean();
        return (isAllOnBlue() ? "all on blue" : "NOT all on blue")
                + (unrecorded ? ", recorded when the database is back" : "");
    }

    private static boolean isOnBlue(JsonNode router) {
        JsonNode weight = router.path("readBack");
        return weight.isNumber() && weight.decimalValue().signum() == 0;
    }

    private static String weight(JsonNode router) {
        JsonNode weight = router.path("readBack");
        return weight.isNumber() ? "green " + percent(weight) : "not read back";
    }

    private static String took(JsonNode router) {
        try {
            Instant asked = Instant.parse(text(router, "askedAt"));
            Instant readBack = Instant.parse(text(router, "readBackAt"));
            return Words.millis(Duration.between(asked, readBack).toMillis());
        } catch (DateTimeParseException e) {
            return "-";
        }
    }
}
