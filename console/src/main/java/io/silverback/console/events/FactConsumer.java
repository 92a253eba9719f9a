package io.silverback.console.events;

import io.silverback.console.storage.EventLog;
import io.silverback.console.storage.FactStore;
import io.silverback.console.storage.PlanStore;
import io.silverback.console.stream.Live;
import io.silverback.contracts.Event;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hears the facts of every topic: remembers each once, and decides gates that ask nobody. */
@ApplicationScoped
class FactConsumer {
    private final Inbox inbox;
    private final FactStore facts;
    private final PlanStore plans;
    private final EventLog log;
    private final Decisions decisions;
    private final Live live;

    FactConsumer(
            Inbox inbox,
            FactStore facts,
            PlanStore plans,
            EventLog log,
            Decisions decisions,
            Live live) {
        this.inbox = inbox;
        this.facts = facts;
        this.plans = plans;
        this.log = log;
        this.decisions = decisions;
        this.live = live;
    }

    @Incoming("facts")
    Uni<Void> on(Message<byte[]> record) {
        return handle(record, RecordTopic.of(record).body()).invoke(live::wake);
    }

    private <E extends Event> Uni<Void> handle(Message<byte[]> record, Class<E> type) {
        return inbox.handle(record, type, this::remember);
    }

    private Uni<Void> remember(Mutiny.Session session, Envelope<? extends Event> envelope) {
        return facts.remember(session, envelope)
                .chain(() -> consequences(session, envelope))
                .chain(() -> log.append(session, envelope));
    }

    private Uni<Void> consequences(Mutiny.Session session, Envelope<? extends Event> envelope) {
        if (envelope.body() instanceof MigrationRequested migration) {
            return plans.add(session, migration, envelope.time());
        }
        return envelope.body() instanceof GoNoGo gate
                ? decisions.onHeard(session, gate, envelope.subject())
                : Uni.createFrom().voidItem();
    }
}
