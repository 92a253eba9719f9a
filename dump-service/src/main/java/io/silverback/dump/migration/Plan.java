package io.silverback.dump.migration;

import io.silverback.contracts.ArtefactReference;
import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import io.silverback.dump.execution.Gate;
import io.silverback.messaging.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A plan as dump sees it: the gate and those of its migrations that were requested so far, by id.
 *
 * @param planned the ids of all its migrations, that of {@code _estate} first
 */
public record Plan(
        String id, String estateId, List<String> planned, Gate gate, Map<String, Case> cases) {

    public Plan {
        planned = List.copyOf(planned);
        cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
    }

    /** The plan of {@code request}, before any of its migrations. */
    public static Plan of(MigrationRequested request) {
        return new Plan(
                request.planId(),
                request.estateMigrationId(),
                request.planMigrationIds(),
                new Gate.Unopened(),
                Map.of());
    }

    /** A migration is requested: it is prepared, unless what it depends on is over already. */
    public Change admit(MigrationRequested request) {
        if (cases.containsKey(request.migrationId())) {
            return new Change(this, List.of());
        }
        boolean blocked = cases.values().stream().anyMatch(other -> blocks(other, request));
        if (blocked) {
            Closed closed = new Closed(Outcome.ROLLED_BACK, "requested", "rolled back before", 0);
            return PlanGate.afterwards(with(new Case(request, closed)), List.of());
        }
        Plan next = with(new Case(request, new Preparing()));
        return new Change(
                next, List.of(new Order.Enqueue(Preparing.JOB, request.migrationId(), 0)));
    }

    /** One migration is fit. */
    public Change prepared(String migrationId, Prepared prepared) {
        return decide(only(migrationId), one -> one.state().onPrepared(one.request(), prepared));
    }

    /** One migration cannot go on; with {@code _estate} the whole plan cannot. */
    public Change failed(String migrationId, Failure failure) {
        return decide(only(migrationId), one -> one.state().onFailed(one.request(), failure));
    }

    /** Somebody decided at the gate. */
    public Change decided(GoNoGo decision) {
        return switch (decision.status()) {
            case GO -> at(gate.onGo(decision.evidenceHash(), by(decision)));
            case NO_GO -> at(gate.onNoGo(decision.evidenceHash(), by(decision), decision.why()));
            case OPEN, CLOSED -> new Change(this, List.of());
        };
    }

    /** One migration's dump lies in the store. */
    public Change dumped(String migrationId, long generation, Dump dump) {
        return decide(
                only(migrationId), one -> one.state().onDumped(one.request(), generation, dump));
    }

    /** One migration has come to green; {@code _estate} releases the others. */
    public Change synced(String migrationId) {
        if (!migrationId.equals(estateId)) {
            return new Change(this, List.of());
        }
        return decide(
                one -> !one.request().isEstate(), one -> one.state().onEstateSynced(one.request()));
    }

    /** Somebody ended some migrations; with {@code _estate} rolled back none goes on. */
    public Change ended(Predicate<Case> which, Outcome outcome, String reason) {
        return decide(which, one -> one.state().onEnded(one.request(), outcome, reason));
    }

    /** What was asked for one of its migrations. */
    public MigrationRequested request(String migrationId) {
        return Objects.requireNonNull(cases.get(migrationId)).request();
    }

    /** The workspaces that are moved, {@code _estate} not among them. */
    public Set<String> workspaces() {
        return cases.values().stream()
                .map(Case::request)
                .filter(request -> !request.isEstate())
                .map(MigrationRequested::workspace)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The manifest of blue's rows, which {@code _estate} has laid down. */
    public Optional<ArtefactReference> snapshot() {
        return Optional.ofNullable(cases.get(estateId))
                .map(Case::state)
                .filter(Dumped.class::isInstance)
                .flatMap(
                        dumped ->
                                ((Dumped) dumped)
                                        .dump().artefacts().stream()
                                                .filter(
                                                        one ->
                                                                one.name()
                                                                        .equals(
                                                                                ConfigDumped
                                                                                        .SNAPSHOT))
                                                .findFirst());
    }

    /** Whether all of its migrations are known. */
    public boolean isComplete() {
        return cases.keySet().containsAll(planned);
    }

    Plan with(Case one) {
        Map<String, Case> next = new LinkedHashMap<>(cases);
        next.put(one.id(), one);
        return new Plan(id, estateId, planned, gate, next);
    }

    Plan with(Gate next) {
        return new Plan(id, estateId, planned, next, cases);
    }

    private Change at(Gate next) {
        if (next.equals(gate)) {
            return new Change(this, List.of());
        }
        if (next instanceof Gate.Granted) {
            return with(next).decide(all -> true, one -> one.state().onGo(one.request()));
        }
        return with(next).decide(all -> true, one -> one.state().onNoGo(one.request()));
    }

    private Change decide(Predicate<Case> which, Function<Case, Decision> decision) {
        Plan next = this;
        List<Order> orders = new ArrayList<>();
        for (Case one : cases.values()) {
            if (which.test(one)) {
                Decision made = decision.apply(one);
                next = next.with(new Case(one.request(), made.next()));
                orders.addAll(made.orders());
            }
        }
        return PlanGate.afterwards(next, orders);
    }

    private static Predicate<Case> only(String migrationId) {
        return one -> one.id().equals(migrationId);
    }

    private static boolean blocks(Case other, MigrationRequested request) {
        boolean together =
                other.request().isEstate()
                        || (request.cutoverId() != null
                                && request.cutoverId().equals(other.request().cutoverId()));
        return together
                && other.state() instanceof Closed closed
                && closed.outcome() == Outcome.ROLLED_BACK;
    }

    private static String by(GoNoGo decision) {
        return decision.by() == null ? "unknown" : decision.by();
    }
}
