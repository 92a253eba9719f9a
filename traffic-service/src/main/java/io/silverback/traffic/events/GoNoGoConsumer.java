package io.silverback.traffic.events;

import io.silverback.contracts.GoNoGo;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.Inbox;
import io.silverback.traffic.canary.GateDecision;
import io.silverback.traffic.storage.Instructions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.hibernate.reactive.mutiny.Mutiny;

/** A gate of a cutover, or of one of its steps, was decided. */
@ApplicationScoped
class GoNoGoConsumer {

    private final Inbox inbox;
    private final Instructions instructions;

    GoNoGoConsumer(Inbox inbox, Instructions instructions) {
        this.inbox = inbox;
        this.instructions = instructions;
    }

    @Incoming("go-no-go")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(record, GoNoGo.class, this::decide);
    }

    private Uni<Void> decide(Mutiny.Session session, Envelope<GoNoGo> heard) {
        return isDecisionOfOurs(heard.body())
                ? instructions.decided(session, heard.body().subjectId(), decision(heard))
                : Uni.createFrom().voidItem();
    }

    private static boolean isDecisionOfOurs(GoNoGo gate) {
        boolean decided = gate.status() == GoNoGo.Status.GO || gate.status() == GoNoGo.Status.NO_GO;
        return decided && (gate.gate() == GoNoGo.Gate.CUTOVER || gate.gate() == GoNoGo.Gate.STEP);
    }

    private static GateDecision decision(Envelope<GoNoGo> heard) {
        GoNoGo gate = heard.body();
        return new GateDecision(
                gate.gate() == GoNoGo.Gate.STEP ? gate.step() : null,
                gate.status() == GoNoGo.Status.GO,
                gate.evidenceHash(),
                gate.by() == null ? "unknown" : gate.by(),
                gate.why(),
                heard.appendedAt());
    }
}
