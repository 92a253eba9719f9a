package io.silverback.traffic.storage;

import io.silverback.contracts.CommandAnswered;
import io.silverback.contracts.OperatorCommand;
import io.silverback.messaging.Outbox;
import io.silverback.traffic.canary.Cutover;
import io.silverback.traffic.canary.Decision;
import io.silverback.traffic.canary.GateDecision;
import io.silverback.traffic.canary.Order;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What people decide about cutovers; what is not about one of ours is somebody else's. */
@ApplicationScoped
public class Instructions {

    private final CutoverStore cutovers;
    private final Outbox outbox;

    Instructions(CutoverStore cutovers, Outbox outbox) {
        this.cutovers = cutovers;
        this.outbox = outbox;
    }

    /** A gate was decided. */
    public Uni<Void> decided(Mutiny.Session session, String cutoverId, GateDecision decision) {
        return session.find(CutoverEntity.class, cutoverId)
                .chain(
                        row ->
                                row == null
                                        ? nothing()
                                        : cutovers.decide(
                                                        session,
                                                        cutoverId,
                                                        now -> now.canary().decided(decision))
                                                .replaceWithVoid());
    }

    /** An operator wants something; done or refused, it is answered. */
    public Uni<Void> ordered(Mutiny.Session session, OperatorCommand command, Order order) {
        return session.find(CutoverEntity.class, command.targetId(), LockMode.PESSIMISTIC_WRITE)
                .chain(row -> row == null ? nothing() : obey(session, row, command, order));
    }

    /** An operator wants what cutovers don't do. */
    public Uni<Void> notOffered(Mutiny.Session session, OperatorCommand command) {
        return session.find(CutoverEntity.class, command.targetId())
                .chain(
                        row ->
                                row == null
                                        ? nothing()
                                        : answer(
                                                session,
                                                row.name,
                                                command,
                                                "a cutover can't do that"));
    }

    private Uni<Void> obey(
            Mutiny.Session session, CutoverEntity row, OperatorCommand command, Order order) {
        Cutover before = CutoverRows.read(row);
        Decision preview = before.canary().ordered(order, before.policy());
        if (preview instanceof Decision.Refuse refusal) {
            return answer(session, row.name, command, refusal.why());
        }
        return cutovers.decide(session, row.id, now -> now.canary().ordered(order, now.policy()))
                .chain(() -> answer(session, row.name, command, null));
    }

    private Uni<Void> answer(
            Mutiny.Session session,
            String name,
            OperatorCommand command,
            @Nullable String refusal) {
        return outbox.publish(
                session,
                command.targetId(),
                name,
                new CommandAnswered(
                        command.commandId(),
                        command.verb(),
                        command.targetId(),
                        refusal != null,
                        refusal,
                        null));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
