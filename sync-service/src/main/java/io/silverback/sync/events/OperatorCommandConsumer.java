package io.silverback.sync.events;

import io.silverback.contracts.OperatorCommand;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.Inbox;
import io.silverback.messaging.Jobs;
import io.silverback.sync.commands.Commands;
import io.silverback.sync.storage.PlanKey;
import io.silverback.sync.storage.StoredPlans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.hibernate.reactive.mutiny.Mutiny;

/** An operator wants something of a migration: what is not about one of ours is somebody else's. */
@ApplicationScoped
class OperatorCommandConsumer {

    private final Inbox inbox;
    private final StoredPlans plans;
    private final Commands commands;
    private final Jobs jobs;

    OperatorCommandConsumer(Inbox inbox, StoredPlans plans, Commands commands, Jobs jobs) {
        this.inbox = inbox;
        this.plans = plans;
        this.commands = commands;
        this.jobs = jobs;
    }

    @Incoming("operator-commands")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(record, OperatorCommand.class, this::obey);
    }

    private Uni<Void> obey(Mutiny.Session session, Envelope<OperatorCommand> heard) {
        OperatorCommand command = heard.body();
        return Commands.kind(command.verb())
                .map(kind -> obey(session, kind, command))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> obey(Mutiny.Session session, String kind, OperatorCommand command) {
        String target = command.targetId();
        boolean undo = command.verb() == OperatorCommand.Verb.UNDO;
        return plans.change(
                        session,
                        new PlanKey.OfMigration(target),
                        plan -> undo ? plan.undo(target) : plan.unchanged())
                .chain(
                        known ->
                                known
                                        ? enqueue(session, kind, command)
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> enqueue(Mutiny.Session session, String kind, OperatorCommand command) {
        return jobs.enqueue(session, kind, command.commandId(), 0, commands.payload(command));
    }
}
