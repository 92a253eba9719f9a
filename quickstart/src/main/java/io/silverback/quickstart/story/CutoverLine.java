package io.silverback.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the topics have said of one cutover so far. */
final class CutoverLine {

    private static final int BAR = 10;

    private final String name;
    private BigDecimal weight = BigDecimal.ZERO;
    private @Nullable JsonNode rolledBack;
    private boolean completed;

    CutoverLine(String name) {
        this.name = name;
    }

    void advanced(JsonNode body) {
        weight = body.path("to").decimalValue();
    }

    void rolledBack(JsonNode body) {
        weight = BigDecimal.ZERO;
        rolledBack = body;
    }

    void completed() {
        completed = true;
    }

    String name() {
        return name;
    }

    BigDecimal weight() {
        return weight;
    }

    boolean hasEnded() {
        return completed || isRolledBack();
    }

    boolean isRolledBack() {
        return rolledBack != null;
    }

    boolean isCompleted() {
        return completed;
    }

    /** When the cause of the way back was seen; empty without one. */
    Optional<Instant> rollbackCause() {
        return Optional.ofNullable(rolledBack)
                .map(body -> Instant.parse(body.path("causeAt").asText()));
    }

    /** When the last router read back 0; empty without a way back. */
    Optional<Instant> rollbackReadBack() {
        return Optional.ofNullable(rolledBack)
                .flatMap(
                        body ->
                                body.path("routers")
                                        .valueStream()
                                        .map(router -> router.path("readBackAt").asText())
                                        .map(Instant::parse)
                                        .max(Instant::compareTo));
    }

    String rollbackReason() {
        return rolledBack == null ? "" : rolledBack.path("reason").asText();
    }

    /** The line of the table for {@code evidence} at {@code weight}. */
    static String row(BigDecimal weight, JsonNode evidence, String decision) {
        JsonNode green = evidence.path("green");
        JsonNode blue = evidence.path("blue");
        return "%7s  [%-10s] %8d          %5s / %-5s %%    %8s / %-4s ms   %s"
                .formatted(
                        percent(weight),
                        bar(weight),
                        green.path("requests").asLong(),
                        errors(green),
                        errors(blue),
                        latency(green),
                        latency(blue),
                        decision);
    }

    static String percent(BigDecimal weight) {
        return weight.stripTrailingZeros().toPlainString() + " %";
    }

    private static String bar(BigDecimal weight) {
        int full = weight.intValue() * BAR / 100;
        return weight.signum() > 0 && full == 0 ? "." : "=".repeat(full);
    }

    private static String errors(JsonNode side) {
        long requests = side.path("requests").asLong();
        return requests == 0
                ? "-"
                : "%.1f".formatted(100.0 * side.path("errors").asLong() / requests);
    }

    private static String latency(JsonNode side) {
        return side.path("latencyP99").isNumber()
                ? "%.0f".formatted(side.path("latencyP99").asDouble())
                : "-";
    }
}
