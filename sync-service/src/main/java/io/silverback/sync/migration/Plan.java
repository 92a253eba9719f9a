package io.silverback.sync.migration;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** A plan as sync sees it: those of its migrations that were requested so far, by id. */
public record Plan(Map<String, Case> cases) {

    public Plan {
        cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
    }

    /** A migration is requested: it waits for its dump, unless what it depends on is over. */
    public Change admit(MigrationRequested request) {
        if (cases.containsKey(request.migrationId())) {
            return unchanged();
        }
        boolean blocked = cases.values().stream().anyMatch(other -> blocks(other, request));
        Migration state =
                blocked
                        ? new Closed(Outcome.ROLLED_BACK, "requested", "rolled back before", 0)
                        : new AwaitingDump();
        return new Change(with(new Case(request, state)), List.of());
    }

    /** A dump of one migration lies in the store. */
    public Change dumped(ConfigDumped dump) {
        return decide(only(dump.migrationId()), one -> one.state().onDumped(one.request(), dump));
    }

    /** Green has one migration's dump. */
    public Change synced(String migrationId, long generation, Sync sync) {
        return decide(
                only(migrationId), one -> one.state().onSynced(one.request(), generation, sync));
    }

    /** One migration cannot go on. */
    public Change failed(String migrationId, Failure failure) {
        return decide(only(migrationId), one -> one.state().onFailed(one.request(), failure));
    }

    /** What one migration brought to green is to be taken back. */
    public Change cleanUp(String migrationId) {
        return decide(only(migrationId), one -> one.state().onCleanUp(one.request()));
    }

    /** An operator wants it taken back: only what is over for good, and was not completed. */
    public Change undo(String migrationId) {
        Case found = cases.get(migrationId);
        return found != null && found.state() instanceof Closed
                ? cleanUp(migrationId)
                : unchanged();
    }

    /** Nothing becomes of it. */
    public Change unchanged() {
        return new Change(this, List.of());
    }

    /** Green is as it was before one migration, but for what is {@code left} to a person. */
    public Change cleanedUp(String migrationId, List<Attention> left) {
        return decide(only(migrationId), one -> one.state().onCleanedUp(one.request(), left));
    }

    /** Somebody ended some migrations; {@code _estate} rolled back or failed ends them all. */
    public Change ended(Predicate<Case> which, Outcome outcome, String reason) {
        boolean all =
                outcome != Outcome.COMPLETED
                        && outcome != Outcome.REHEARSED
                        && cases.values().stream()
                                .anyMatch(one -> one.request().isEstate() && which.test(one));
        return decide(
                all ? any -> true : which,
                one -> one.state().onEnded(one.request(), outcome, reason));
    }

    /**
     * Whether another migration of the plan still has something on green that needs what {@code
     * _estate} brought.
     */
    public boolean hasOthersOnGreen(String migrationId) {
        return cases.values().stream()
                .filter(one -> !one.id().equals(migrationId))
                .anyMatch(Plan::isOnGreen);
    }

    private Plan with(Case one) {
        Map<String, Case> next = new LinkedHashMap<>(cases);
        next.put(one.id(), one);
        return new Plan(next);
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
        return new Change(next, orders);
    }

    private static boolean isOnGreen(Case one) {
        Migration state = one.state();
        boolean rehearsed =
                state instanceof Closed closed
                        && closed.outcome() == Outcome.REHEARSED
                        && closed.generation() > 0;
        return rehearsed
                || state instanceof Syncing
                || state instanceof Synced
                || state instanceof CleaningUp;
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
}
