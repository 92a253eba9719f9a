package io.silverback.sync.commands;

import io.silverback.contracts.ArtefactReference;
import io.silverback.contracts.CommandAnswered;
import io.silverback.contracts.OperatorCommand;
import io.silverback.messaging.Lease;
import io.silverback.messaging.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Answers commands; the job that obeyed ends with the answer. */
@ApplicationScoped
class Answers {

    private final Outbox outbox;

    Answers(Outbox outbox) {
        this.outbox = outbox;
    }

    /** It is done; {@code report} says what came out. */
    Uni<Void> done(
            Lease lease,
            OperatorCommand command,
            String workspace,
            @Nullable ArtefactReference report) {
        return answer(lease, workspace, answered(command, null, report));
    }

    /** It is not done. */
    Uni<Void> refused(Lease lease, OperatorCommand command, String workspace, String why) {
        return answer(lease, workspace, answered(command, why, null));
    }

    private Uni<Void> answer(Lease lease, String workspace, CommandAnswered answer) {
        return lease.complete(
                session -> outbox.publish(session, answer.targetId(), workspace, answer));
    }

    private static CommandAnswered answered(
            OperatorCommand command, @Nullable String refusal, @Nullable ArtefactReference report) {
        return new CommandAnswered(
                command.commandId(),
                command.verb(),
                command.targetId(),
                refusal != null,
                refusal,
                report);
    }
}
