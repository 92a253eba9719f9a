package io.silverback.sync.commands;

import io.silverback.contracts.OperatorCommand;
import io.silverback.messaging.Job;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.Lease;
import io.silverback.sync.migration.Case;
import io.silverback.sync.migration.CleanedUp;
import io.silverback.sync.migration.CleaningUp;
import io.silverback.sync.migration.Closed;
import io.silverback.sync.migration.Failures;
import io.silverback.sync.migration.Migration;
import io.silverback.sync.migration.Plan;
import io.silverback.sync.migration.Plans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;

/** Waits until what an operator wants taken back is, and answers; the clean-up does the work. */
@ApplicationScoped
class UndoJob implements JobHandler {

    static final String KIND = "undo";

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final String NOT_OVER =
            "its clients may be on green, or come there: roll it back first";

    private final Commands commands;
    private final Answers answers;
    private final Plans plans;

    UndoJob(Commands commands, Answers answers, Plans plans) {
        this.commands = commands;
        this.answers = answers;
        this.plans = plans;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job, Lease lease) {
        OperatorCommand command = commands.of(job);
        return plans.find(lease, command.targetId()).chain(plan -> look(plan, command, lease));
    }

    @Override
    public Uni<Void> gaveUp(Job job, Throwable cause, Lease lease) {
        OperatorCommand command = commands.of(job);
        return answers.refused(
                lease, command, command.targetId(), Failures.of("Taking back", cause).reason());
    }

    private Uni<Void> look(Plan plan, OperatorCommand command, Lease lease) {
        Case found = Objects.requireNonNull(plan.cases().get(command.targetId()));
        String workspace = found.request().workspace();
        Migration state = found.state();
        if (state instanceof CleaningUp) {
            return lease.suspendFor(BETWEEN_LOOKS);
        }
        if (state instanceof CleanedUp) {
            return answers.done(lease, command, workspace, null);
        }
        return answers.refused(
                lease,
                command,
                workspace,
                state instanceof Closed closed ? closed.reason() : NOT_OVER);
    }
}
