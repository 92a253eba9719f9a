package io.silverback.sync.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.artefacts.ArtefactId;
import io.silverback.contracts.ArtefactReference;
import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.OperatorCommand;
import io.silverback.messaging.Job;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.Lease;
import io.silverback.messaging.event.EventJson;
import io.silverback.sync.artefact.Artefacts;
import io.silverback.sync.migration.Case;
import io.silverback.sync.migration.Failures;
import io.silverback.sync.migration.Migration;
import io.silverback.sync.migration.Plan;
import io.silverback.sync.migration.Plans;
import io.silverback.sync.migration.Synced;
import io.silverback.sync.migration.Syncing;
import io.silverback.sync.syncing.DifferenceReport;
import io.silverback.sync.syncing.Green;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says what a sync would do; writes nothing on green. */
@ApplicationScoped
class DiffJob implements JobHandler {

    static final String KIND = "diff";

    private final Commands commands;
    private final Answers answers;
    private final Plans plans;
    private final Green green;
    private final Artefacts artefacts;
    private final ObjectMapper json = EventJson.mapper();

    DiffJob(Commands commands, Answers answers, Plans plans, Green green, Artefacts artefacts) {
        this.commands = commands;
        this.answers = answers;
        this.plans = plans;
        this.green = green;
        this.artefacts = artefacts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job, Lease lease) {
        OperatorCommand command = commands.of(job);
        return plans.find(lease, command.targetId())
                .chain(plan -> compare(plan, command, lease))
                .onFailure(Failures::speaks)
                .transform(Failures::permanentUnlessPassing);
    }

    @Override
    public Uni<Void> gaveUp(Job job, Throwable cause, Lease lease) {
        OperatorCommand command = commands.of(job);
        return answers.refused(
                lease, command, command.targetId(), Failures.of("Comparing", cause).reason());
    }

    private Uni<Void> compare(Plan plan, OperatorCommand command, Lease lease) {
        Case found = Objects.requireNonNull(plan.cases().get(command.targetId()));
        MigrationRequested request = found.request();
        return difference(plan, found)
                .map(Green.Difference::report)
                .chain(report -> store(found, report))
                .chain(report -> answers.done(lease, command, request.workspace(), report));
    }

    /** Between the newest dump, or blue while there is none, and green. */
    private Uni<Green.Difference> difference(Plan plan, Case found) {
        return dump(found.state())
                .map(dump -> green.compare(found.request(), dump))
                .orElseGet(() -> green.compareWithBlue(found.request(), workspaces(plan)));
    }

    private static Optional<ConfigDumped> dump(Migration state) {
        if (state instanceof Syncing syncing) {
            return Optional.of(syncing.dump());
        }
        return state instanceof Synced synced ? Optional.of(synced.dump()) : Optional.empty();
    }

    private static Set<String> workspaces(Plan plan) {
        return plan.cases().values().stream()
                .map(one -> one.request().workspace())
                .collect(Collectors.toSet());
    }

    private Uni<ArtefactReference> store(Case found, DifferenceReport report) {
        ArtefactId id =
                new ArtefactId(
                        found.id(),
                        Math.toIntExact(found.state().generation()),
                        "diff-" + UUID.randomUUID() + ".json");
        return artefacts.write(id, out -> json.writeValue(out, report));
    }
}
