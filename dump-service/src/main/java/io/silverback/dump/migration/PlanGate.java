package io.silverback.dump.migration;

import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import io.silverback.dump.execution.Evidence;
import io.silverback.dump.execution.Gate;
import io.silverback.messaging.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What holds between the migrations of a plan after each of its changes. */
final class PlanGate {

    private PlanGate() {}

    /** Ends what can no longer go on, and opens the gate once every migration is decided. */
    static Change afterwards(Plan plan, List<Order> orders) {
        Case estate = plan.cases().get(plan.estateId());
        if (estate != null && estate.state() instanceof Closed closed) {
            return endOthers(plan, closed, orders);
        }
        if (!(plan.gate() instanceof Gate.Unopened) || estate == null || !isDecided(plan)) {
            return new Change(plan, orders);
        }
        return hasSomethingToMove(plan)
                ? open(plan, estate, orders)
                : abandon(plan, estate, orders);
    }

    private static boolean isDecided(Plan plan) {
        return plan.isComplete()
                && plan.cases().values().stream()
                        .noneMatch(one -> one.state() instanceof Preparing);
    }

    private static boolean hasSomethingToMove(Plan plan) {
        return plan.planned().size() == 1
                || plan.cases().values().stream()
                        .filter(one -> !one.request().isEstate())
                        .anyMatch(one -> !(one.state() instanceof Closed));
    }

    private static Change open(Plan plan, Case estate, List<Order> orders) {
        Evidence evidence = new Evidence(facts(plan));
        MigrationRequested request = estate.request();
        GoNoGo open =
                new GoNoGo(
                        plan.estateId(),
                        plan.id(),
                        request.planHash(),
                        GoNoGo.Gate.EXECUTION,
                        null,
                        GoNoGo.Status.OPEN,
                        request.executionGate().approvers(),
                        evidence.facts(),
                        evidence.hash(),
                        null,
                        null);
        Order order = new Order.Publish(plan.estateId(), request.workspace(), open);
        return new Change(plan.with(new Gate.Opened(evidence)), plus(orders, order));
    }

    private static Change abandon(Plan plan, Case estate, List<Order> orders) {
        Failure failure =
                Failure.ofPlan("workspaces", "None of the plan's workspaces can be moved.");
        Decision decision = estate.state().onFailed(estate.request(), failure);
        List<Order> all = new ArrayList<>(orders);
        all.addAll(decision.orders());
        return new Change(plan.with(new Case(estate.request(), decision.next())), all);
    }

    /** Without {@code _estate} nothing moves. A cutover's owner says so of its members itself. */
    private static Change endOthers(Plan plan, Closed estate, List<Order> orders) {
        if (estate.outcome() != Outcome.FAILED && estate.outcome() != Outcome.ROLLED_BACK) {
            return new Change(plan, orders);
        }
        Plan next = plan;
        List<Order> all = new ArrayList<>(orders);
        for (Case one : plan.cases().values()) {
            if (!(one.state() instanceof Closed)) {
                Decision decision = endWithEstate(one, estate);
                next = next.with(new Case(one.request(), decision.next()));
                all.add(new Order.Cancel(one.id()));
                all.addAll(decision.orders());
            }
        }
        return new Change(next, all);
    }

    private static Decision endWithEstate(Case one, Closed estate) {
        String reason = "The plan's _estate ended: " + estate.reason();
        boolean ownedByCutover = one.request().cutoverId() != null;
        if (ownedByCutover || one.state() instanceof Dumped) {
            return one.state().onEnded(one.request(), Outcome.ROLLED_BACK, reason);
        }
        return one.state().onFailed(one.request(), Failure.ofPlan("workspaces", reason));
    }

    private static Map<String, String> facts(Plan plan) {
        Map<String, String> facts = new TreeMap<>();
        for (Case one : plan.cases().values()) {
            facts.put("plan", one.request().planHash());
            facts.put("workspace " + one.request().workspace(), fact(one.state()));
            if (one.state() instanceof AwaitingExecution fit) {
                facts.put("version", fit.prepared().version() + " " + fit.prepared().edition());
                facts.put(
                        "transport",
                        fit.prepared()
                                .transport()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'));
                fit.prepared()
                        .findings()
                        .forEach(
                                finding ->
                                        facts.put(
                                                "finding "
                                                        + one.request().workspace()
                                                        + " "
                                                        + finding.code(),
                                                finding.meaning()));
            }
        }
        return facts;
    }

    private static String fact(Migration state) {
        if (state instanceof AwaitingExecution fit) {
            return fit.prepared().entities() + " entities " + fit.prepared().counts();
        }
        return state instanceof Closed closed
                ? closed.word() + ": " + closed.reason()
                : state.word();
    }

    private static List<Order> plus(List<Order> orders, Order order) {
        List<Order> all = new ArrayList<>(orders);
        all.add(order);
        return all;
    }
}
