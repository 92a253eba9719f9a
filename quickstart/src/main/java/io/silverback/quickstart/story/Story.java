package io.silverback.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Follows one plan on the topics and tells it line by line. */
final class Story {

    private final PrintStream out;
    private final Map<String, MigrationLine> migrations = new LinkedHashMap<>();
    private final Map<String, CutoverLine> cutovers = new LinkedHashMap<>();
    private final Consumer<BigDecimal> onWeight;
    private boolean dumpSaid;

    /**
     * @param onWeight told each weight that a cutover has reached
     */
    Story(PrintStream out, Consumer<BigDecimal> onWeight) {
        this.out = out;
        this.onWeight = onWeight;
    }

    void on(TopicTail.Line line) {
        JsonNode body = line.body();
        switch (line.topic()) {
            case "migration-requested" ->
                    migrations.put(
                            line.key(),
                            new MigrationLine(body.path("workspace").asText(), line.at()));
            case "cutover-requested" ->
                    cutovers.put(line.key(), new CutoverLine(body.path("name").asText()));
            case "go-no-go" -> gate(body);
            case "config-dumped" -> migration(line).ifPresent(m -> m.dumped(line.at(), body));
            case "config-synced" -> migration(line).ifPresent(m -> synced(m, line));
            case "tests-passed" -> migration(line).ifPresent(m -> passed(m, body));
            case "migration-progress" -> progress(body);
            case "canary-advanced" -> cutover(line).ifPresent(c -> advanced(c, body));
            case "canary-held" -> cutover(line).ifPresent(c -> held(body));
            case "rolled-back" -> cutover(line).ifPresent(c -> rolledBack(c, body));
            case "cutover-completed" -> cutover(line).ifPresent(CutoverLine::completed);
            case "migration-ended" -> migration(line).ifPresent(m -> ended(m, line));
            default -> {}
        }
    }

    /** Whether everything that was requested has ended. */
    boolean isOver() {
        return !migrations.isEmpty()
                && migrations.values().stream().allMatch(this::isOver)
                && cutovers.values().stream().allMatch(CutoverLine::hasEnded);
    }

    /**
     * Whether a workspace is verified, so that its clients can be moved, or something has ended.
     */
    boolean needsTraffic() {
        return dumpSaid || migrations.values().stream().anyMatch(MigrationLine::hasEnded);
    }

    /** What belongs to no workspace stays on green where no cutover was completed. */
    private boolean isOver(MigrationLine migration) {
        return migration.hasEnded()
                || (migration.isEstate()
                        && !cutovers.isEmpty()
                        && cutovers.values().stream().allMatch(CutoverLine::isRolledBack));
    }

    Collection<MigrationLine> migrations() {
        return migrations.values();
    }

    Collection<CutoverLine> cutovers() {
        return cutovers.values();
    }

    private void gate(JsonNode body) {
        String status = body.path("status").asText();
        if (status.equals("go") || status.equals("no-go")) {
            out.printf(
                    "gate        %-10s %-5s by %s; evidence %.8s…%n",
                    body.path("gate").asText(),
                    status.equals("go") ? "GO" : "NO-GO",
                    body.path("by").asText(),
                    body.path("evidenceHash").asText());
        }
    }

    private void synced(MigrationLine migration, TopicTail.Line line) {
        migration.synced(line.body());
        if (migration.isEstate()) {
            migrations.values().forEach(other -> other.released(line.at()));
        }
    }

    private void passed(MigrationLine migration, JsonNode body) {
        migration.passed(body);
        if (migration.isEstate()) {
            return;
        }
        if (!dumpSaid) {
            out.println("            dump         sync                      verify");
            dumpSaid = true;
        }
        out.println(migration.row());
        migration.attention().forEach(line -> out.printf("%-11s %s%n", "", line));
    }

    private void progress(JsonNode body) {
        JsonNode evidence = body.path("evidence");
        BigDecimal weight = body.path("weight").decimalValue();
        if (evidence.isObject() && weight.signum() > 0) {
            out.println(CutoverLine.row(weight, evidence, evidence.path("reason").asText()));
        }
    }

    private void advanced(CutoverLine cutover, JsonNode body) {
        if (body.path("step").asInt() == 1) {
            out.printf(
                    "cutover %-15s green requests     errors green/blue     p99 green/blue   decision%n",
                    cutover.name());
        } else {
            out.println(
                    CutoverLine.row(
                            body.path("from").decimalValue(),
                            body.path("evidence"),
                            "advance to " + CutoverLine.percent(body.path("to").decimalValue())));
        }
        cutover.advanced(body);
        onWeight.accept(cutover.weight());
    }

    private void held(JsonNode body) {
        out.printf(
                "%7s  %s: %s%n",
                CutoverLine.percent(body.path("weight").decimalValue()),
                body.path("status").asText(),
                body.path("why").asText());
    }

    private void rolledBack(CutoverLine cutover, JsonNode body) {
        cutover.rolledBack(body);
        out.printf("rollback    %s: %s%n", cutover.name(), cutover.rollbackReason());
    }

    private void ended(MigrationLine migration, TopicTail.Line line) {
        migration.ended(line.at(), line.body().path("outcome").asText());
        if (migration.state().equals("failed")) {
            out.printf(
                    "failed      %s: %s%n",
                    migration.workspace(), line.body().path("reason").asText());
        }
    }

    private Optional<MigrationLine> migration(TopicTail.Line line) {
        return Optional.ofNullable(migrations.get(line.key()));
    }

    private Optional<CutoverLine> cutover(TopicTail.Line line) {
        return Optional.ofNullable(cutovers.get(line.key()));
    }
}
