package io.silverback.console.plan;

import io.silverback.registry.Registry;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a plan asks of preparation. It is checked in full and answered with a warning as long
 * as nothing carries it out.
 */
final class PreparationReader {

    private enum OnChange {
        HOLD,
        RESYNC,
        ROLLBACK
    }

    private final Registry registry;

    PreparationReader(Registry registry) {
        this.registry = registry;
    }

    void read(Fields plan) {
        accepted(plan);
        plan.field("embargo").ifPresent(this::embargo);
        plan.field("backup").ifPresent(this::backup);
        plan.field("retention")
                .ifPresent(f -> warnAfter(f, PolicyReader.positive(f), "nothing is purged yet"));
    }

    private static void accepted(Fields plan) {
        for (Fields finding : plan.objects("accepted")) {
            finding.requiredText("finding");
            finding.requiredText("reason");
            finding.refuseOthers();
        }
        plan.field("accepted")
                .ifPresent(f -> warnAfter(f, Optional.of(f), "no findings are made yet"));
    }

    private void embargo(Field field) {
        Optional<Fields> fields = field.object();
        fields.ifPresent(
                f -> {
                    f.field("onChange").ifPresent(v -> v.oneOf(OnChange.class));
                    f.field("interval").ifPresent(PolicyReader::positive);
                    f.field("enforce").ifPresent(this::command);
                    f.refuseOthers();
                });
        warnAfter(field, fields, "changes made by hand are not watched yet: see to it yourself");
    }

    private void command(Field field) {
        field.text()
                .filter(name -> registry.command(name).isEmpty())
                .ifPresent(name -> field.refuse(PolicyReader.unknown("command", name)));
    }

    private void backup(Field field) {
        Optional<Fields> fields = field.object();
        fields.ifPresent(
                f -> {
                    f.required("stores")
                            .map(Field::elements)
                            .orElse(List.of())
                            .forEach(this::store);
                    f.field("maxAge").ifPresent(PolicyReader::positive);
                    f.field("keep").ifPresent(PolicyReader::positive);
                    f.refuseOthers();
                });
        warnAfter(field, fields, "no backup is taken yet: take one of both sides yourself");
    }

    private void store(Field field) {
        field.text()
                .filter(name -> registry.store(name).isEmpty())
                .ifPresent(name -> field.refuse(PolicyReader.unknown("store", name)));
    }

    private static void warnAfter(Field field, Optional<?> read, String reason) {
        if (read.isPresent() && !field.findings().hasErrorAt(field.path())) {
            field.findings().warn(field.path(), reason);
        }
    }
}
