package io.silverback.cli.status;

import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One plan for people. */
record PlanView(JsonNode plan) {

    static List<String> all(JsonNode plans, boolean artefacts) {
        List<JsonNode> shown = each(plans.path("plans"));
        if (shown.isEmpty()) {
            return List.of("no plan yet: silverback run PLAN.yaml");
        }
        return shown.stream()
                .flatMap(
                        plan -> {
                            PlanView view = new PlanView(plan);
                            return Stream.concat(
                                    view.lines().stream(),
                                    artefacts ? view.artefacts() : Stream.of());
                        })
                .toList();
    }

    /** As one more state of what is watched. */
    static List<String> again(JsonNode plans) {
        List<String> lines = new ArrayList<>(all(plans, false));
        lines.add("");
        return lines;
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        String change = text(plan, "change").isEmpty() ? "" : "   " + text(plan, "change");
        lines.add(
                "plan %s   %s   %s → %s%s"
                        .formatted(
                                text(plan, "name"),
                                text(plan, "state"),
                                text(plan, "blue"),
                                text(plan, "green"),
                                change));
        each(plan.path("gates")).forEach(gate -> lines.add(new GateView(gate).line()));
        lines.addAll(MigrationView.table(each(plan.path("migrations"))));
        each(plan.path("cutovers")).forEach(c -> lines.addAll(new CutoverView(c).lines()));
        return lines;
    }

    private Stream<String> artefacts() {
        return each(plan.path("migrations")).stream()
                .flatMap(m -> each(m.path("artefacts")).stream())
                .map(a -> "artefact  " + text(a, "uri"));
    }
}
