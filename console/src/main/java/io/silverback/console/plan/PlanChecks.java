package io.silverback.console.plan;

import io.silverback.contracts.Mode;
import io.silverback.contracts.TransportChoice;
import io.silverback.registry.Gateway;
import io.silverback.registry.Registry;
import io.silverback.registry.Router;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Checks what concerns several fields of a plan, or a field and the registry. */
final class PlanChecks {

    private final Registry registry;
    private final Findings findings;

    PlanChecks(Registry registry, Findings findings) {
        this.registry = registry;
        this.findings = findings;
    }

    void check(Plan plan) {
        gateways(plan);
        databases(plan);
        if (plan.mode() == Mode.MIGRATE && plan.cutovers().isEmpty()) {
            if (!findings.hasErrorAt("cutovers")) {
                findings.error("cutovers", "is missing: without one no traffic is ever moved");
            }
        }
        names(plan);
        everyWorkspaceMovesOnce(plan);
        for (int i = 0; i < plan.cutovers().size(); i++) {
            cutover(plan, plan.cutovers().get(i), "cutovers[" + i + "]");
        }
    }

    private void gateways(Plan plan) {
        gateway("blue", plan.blue(), Gateway.Database.CASSANDRA);
        gateway("green", plan.green(), Gateway.Database.POSTGRES);
        if (!plan.blue().isEmpty() && plan.blue().equals(plan.green())) {
            findings.error("green", "must be another gateway than blue");
        }
    }

    private void gateway(String field, String name, Gateway.Database usual) {
        Optional<Gateway> gateway = registry.gateway(name);
        if (gateway.isEmpty() && !name.isEmpty()) {
            findings.error(field, PolicyReader.unknown("gateway", name));
        }
        if (gateway.filter(g -> g.database() != usual).isPresent()) {
            findings.warn(field, "is registered with another database than " + word(usual));
        }
    }

    private void databases(Plan plan) {
        if (plan.transport() == TransportChoice.ROWS) {
            Stream.of(plan.blue(), plan.green())
                    .flatMap(name -> registry.gateway(name).stream())
                    .filter(gateway -> gateway.access().isEmpty())
                    .findFirst()
                    .ifPresent(
                            gateway ->
                                    findings.error(
                                            "transport",
                                            "rows needs access to both databases; the registry does not say how that under "
                                                    + gateway.name()
                                                    + " is reached"));
        }
    }

    private static String word(Gateway.Database database) {
        return database == Gateway.Database.CASSANDRA ? "Cassandra" : "PostgreSQL";
    }

    private void names(Plan plan) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < plan.cutovers().size(); i++) {
            String name = plan.cutovers().get(i).name();
            if (!name.isEmpty() && !seen.add(name)) {
                findings.error("cutovers[" + i + "].name", "is the name of two: \"" + name + "\"");
            }
        }
    }

    private void everyWorkspaceMovesOnce(Plan plan) {
        if (plan.cutovers().isEmpty()) {
            return;
        }
        for (int i = 0; i < plan.workspaces().size(); i++) {
            List<String> movedBy = movedBy(plan, plan.workspaces().get(i));
            if (movedBy.isEmpty()) {
                findings.error("workspaces[" + i + "]", "is in no cutover");
            } else if (movedBy.size() > 1) {
                findings.error(
                        "workspaces[" + i + "]",
                        "is in several cutovers: " + String.join(", ", movedBy));
            }
        }
    }

    private static List<String> movedBy(Plan plan, String workspace) {
        List<String> movedBy = new ArrayList<>();
        for (int i = 0; i < plan.cutovers().size(); i++) {
            if (plan.cutovers().get(i).workspaces().contains(workspace)) {
                movedBy.add("cutovers[" + i + "]");
            }
        }
        return movedBy;
    }

    private void cutover(Plan plan, PlannedCutover cutover, String path) {
        for (int i = 0; i < cutover.workspaces().size(); i++) {
            if (!plan.workspaces().contains(cutover.workspaces().get(i))) {
                findings.error(
                        path + ".workspaces[" + i + "]",
                        "is not among the plan's workspaces: \""
                                + cutover.workspaces().get(i)
                                + "\"");
            }
        }
        for (int i = 0; i < cutover.routers().size(); i++) {
            router(plan, cutover.routers().get(i), path + ".routers[" + i + "]");
        }
    }

    private void router(Plan plan, String name, String path) {
        Optional<Router> router = registry.router(name);
        if (router.isEmpty()) {
            findings.error(path, PolicyReader.unknown("router", name));
        } else if (!router.get().blue().equals(plan.blue())
                || !router.get().green().equals(plan.green())) {
            findings.error(
                    path,
                    "splits between "
                            + router.get().blue()
                            + " and "
                            + router.get().green()
                            + ", not between the plan's blue and green");
        }
    }
}
