package io.silverback.quickstart.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.quickstart.clients.ClientReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** How the demo ended: the plan by its topics, the traffic by its clients. */
public final class DemoResult {

    private final Collection<MigrationLine> migrations;
    private final Collection<CutoverLine> cutovers;
    private final ClientReport clients;

    DemoResult(
            Collection<MigrationLine> migrations,
            Collection<CutoverLine> cutovers,
            ClientReport clients) {
        this.migrations = migrations;
        this.cutovers = cutovers;
        this.clients = clients;
    }

    /** All migrations completed and no client saw an error. */
    public boolean isCompleted() {
        return migrations.stream().allMatch(m -> m.state().equals("completed"))
                && cutovers.stream().allMatch(CutoverLine::isCompleted)
                && clients.failed() == 0;
    }

    /** Every cutover went back, and after it green answered nobody. */
    public boolean isSafelyRolledBack() {
        return cutovers.stream()
                .allMatch(c -> c.rollbackReadBack().filter(this::greenIsSilentAfter).isPresent());
    }

    /** The one line that sums it up for people. */
    public String summary() {
        long workspaces = migrations.stream().filter(m -> !m.isEstate()).count();
        long completed =
                migrations.stream()
                        .filter(m -> !m.isEstate() && m.state().equals("completed"))
                        .count();
        int entities = migrations.stream().mapToInt(MigrationLine::entities).sum();
        String failures = clients.failed() == 0 ? "" : " " + clients.failures();
        return "%d of %d · %d entities · %,d client requests, %d failed%s"
                .formatted(
                        completed,
                        workspaces,
                        entities,
                        clients.total(),
                        clients.failed(),
                        failures);
    }

    /** The way back in figures, for people. */
    public String wayBack() {
        CutoverLine cutover = cutovers.iterator().next();
        Instant cause = cutover.rollbackCause().orElseThrow();
        return "cause → last green answer %d ms · first bad answer → safe %s ms · answered by green after: %d"
                .formatted(
                        clients.causeToEffectMillis(cause),
                        clients.firstBadResponseToSafeMillis().map(String::valueOf).orElse("-"),
                        clients.answeredByGreenAfter(cutover.rollbackReadBack().orElseThrow()));
    }

    /** The machine-readable last line. */
    public String json() {
        ObjectNode result = new ObjectMapper().createObjectNode();
        for (MigrationLine migration : migrations) {
            ObjectNode node = result.withArray("/migrations").addObject();
            node.put("workspace", migration.workspace()).put("state", migration.state());
            node.put("entities", migration.entities());
            node.put("durationMillis", migration.duration().map(Duration::toMillis).orElse(0L));
        }
        for (CutoverLine cutover : cutovers) {
            ObjectNode node = result.withArray("/cutovers").addObject();
            node.put("name", cutover.name()).put("weight", cutover.weight());
            putRollback(node, cutover);
        }
        ObjectNode requests = result.putObject("requests");
        requests.put("total", clients.total()).put("failed", clients.failed());
        ObjectNode byColour = requests.putObject("byColour");
        clients.byColour().forEach(byColour::put);
        return result.toString();
    }

    private void putRollback(ObjectNode node, CutoverLine cutover) {
        if (cutover.rollbackCause().isEmpty()) {
            node.putNull("rollback");
            return;
        }
        ObjectNode rollback = node.putObject("rollback");
        rollback.put(
                "causeToEffectMillis",
                clients.causeToEffectMillis(cutover.rollbackCause().orElseThrow()));
        clients.firstBadResponseToSafeMillis()
                .ifPresentOrElse(
                        millis -> rollback.put("firstBadResponseToSafeMillis", millis),
                        () -> rollback.putNull("firstBadResponseToSafeMillis"));
        rollback.put(
                "answeredByGreenAfter",
                clients.answeredByGreenAfter(cutover.rollbackReadBack().orElseThrow()));
    }

    private boolean greenIsSilentAfter(Instant moment) {
        return clients.answeredByGreenAfter(moment) == 0;
    }
}
