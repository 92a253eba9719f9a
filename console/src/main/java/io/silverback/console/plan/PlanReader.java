package io.silverback.console.plan;

import io.silverback.contracts.CutoverRequested.Window;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Mode;
import io.silverback.contracts.TransportChoice;
import io.silverback.registry.Registry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a plan against the registry: accepted whole, or refused with all of its errors. */
public final class PlanReader {

    private static final String API_VERSION = "silverback.io/v1";
    private static final String KIND = "MigrationPlan";

    private final Registry registry;

    public PlanReader(Registry registry) {
        this.registry = registry;
    }

    /** Reads the YAML text; nothing is started by it. */
    public PlanReading read(String yaml) {
        Findings findings = new Findings();
        Optional<Plan> plan = PlanDocument.read(yaml, findings).map(this::plan);
        plan.ifPresent(p -> new PlanChecks(registry, findings).check(p));
        return plan.isPresent() && findings.errors().isEmpty()
                ? new PlanReading.Accepted(plan.get(), findings.warnings())
                : new PlanReading.Refused(findings.errors());
    }

    private Plan plan(Fields fields) {
        PolicyReader policies = new PolicyReader(registry);
        only(fields, "apiVersion", API_VERSION);
        only(fields, "kind", KIND);
        Fields gates = fields.object("gates");
        Plan plan =
                new Plan(
                        fields.required("name").flatMap(Field::name).orElse(""),
                        fields.field("change").flatMap(Field::text).orElse(null),
                        fields.or("mode", f -> f.oneOf(Mode.class), Mode.MIGRATE),
                        fields.requiredText("blue"),
                        fields.requiredText("green"),
                        workspaces(fields),
                        fields.or(
                                "transport",
                                f -> f.oneOf(TransportChoice.class),
                                TransportChoice.AUTO),
                        policies.sync(fields.object("sync")),
                        RowsReader.read(fields.object("rows")),
                        policies.verify(fields.object("verify")),
                        policies.gate(gates.object("execution")),
                        policies.gate(gates.object("cutover")),
                        window(fields),
                        fields.objects("cutovers").stream().map(CutoverReader::read).toList(),
                        CanonicalPlan.hash(fields.node()));
        gates.refuseOthers();
        new PreparationReader(registry).read(fields);
        fields.refuseOthers();
        return plan;
    }

    private static void only(Fields fields, String name, String value) {
        fields.required(name)
                .ifPresent(
                        f ->
                                f.text()
                                        .filter(text -> !text.equals(value))
                                        .ifPresent(text -> f.refuse("must be " + value)));
    }

    private static List<String> workspaces(Fields fields) {
        Optional<Field> field = fields.field("workspaces");
        if (field.filter(f -> f.node().isTextual() && f.node().textValue().equals("*"))
                .isPresent()) {
            field.get().refuse("every workspace (\"*\") can't be resolved yet: name them");
            return List.of();
        }
        return CutoverReader.distinct(fields, "workspaces", PlanReader::workspace);
    }

    private static Optional<String> workspace(Field field) {
        return field.text()
                .filter(
                        name ->
                                !name.equals(MigrationRequested.ESTATE)
                                        || field.refuse("is part of every plan and not named"))
                .filter(
                        name ->
                                name.chars().noneMatch(c -> c == '/' || Character.isISOControl(c))
                                        || field.refuse("is no workspace's name"));
    }

    private static @Nullable Window window(Fields fields) {
        Optional<Fields> window = fields.field("window").flatMap(Field::object);
        return window.isPresent() ? WindowReader.read(window.get()) : null;
    }
}
