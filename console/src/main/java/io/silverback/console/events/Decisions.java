package io.silverback.console.events;

import io.silverback.console.facts.Facts;
import io.silverback.console.facts.Heard;
import io.silverback.console.facts.Slot;
import io.silverback.console.gates.Ballot;
import io.silverback.console.gates.Gate;
import io.silverback.console.gates.Vote;
import io.silverback.console.storage.FactStore;
import io.silverback.console.storage.VoteStore;
import io.silverback.contracts.GoNoGo;
import io.silverback.messaging.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Publishes what is decided at gates; a go is signed on its way. */
@ApplicationScoped
public class Decisions {
    private static final Logger LOG = Logger.getLogger(Decisions.class);

    private final Outbox outbox;
    private final FactStore facts;
    private final VoteStore votes;

    Decisions(Outbox outbox, FactStore facts, VoteStore votes) {
        this.outbox = outbox;
        this.facts = facts;
        this.votes = votes;
    }

    /** Decides a gate that opened and asks nobody. */
    Uni<Void> onHeard(Mutiny.Session session, GoNoGo heard, String subject) {
        return publish(session, Ballot.onOpened(heard), subject);
    }

    /** Somebody speaks at an open gate; publishes the decision where that makes one. */
    public Uni<Void> speak(
            Mutiny.Session session,
            Gate gate,
            GoNoGo.Status said,
            String by,
            @Nullable String why) {
        return opened(session, gate)
                .chain(
                        opened ->
                                said == GoNoGo.Status.GO
                                        ? go(session, gate, opened, by, why)
                                        : publish(
                                                session,
                                                Ballot.onSpoken(opened, said, Set.of(), by, why),
                                                gate.subject()));
    }

    private Uni<Void> go(
            Mutiny.Session session, Gate gate, GoNoGo opened, String by, @Nullable String why) {
        int step = Objects.requireNonNullElse(opened.step(), 0);
        Vote vote =
                new Vote(
                        opened.subjectId(),
                        opened.gate(),
                        step,
                        opened.evidenceHash(),
                        by,
                        Instant.now());
        return votes.add(session, vote)
                .chain(() -> votes.all(session))
                .map(all -> sameGate(all, vote))
                .map(saidGo -> Ballot.onSpoken(opened, GoNoGo.Status.GO, saidGo, by, why))
                .chain(decision -> publish(session, decision, gate.subject()));
    }

    private static Set<String> sameGate(List<Vote> all, Vote vote) {
        return all.stream()
                .filter(other -> other.isAtTheGateOf(vote))
                .map(Vote::by)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Uni<GoNoGo> opened(Mutiny.Session session, Gate gate) {
        int step = Objects.requireNonNullElse(gate.step(), 0);
        return facts.ofSubject(session, gate.subjectId())
                .map(Facts::of)
                .map(of -> of.heard(Slot.gate(gate.gate(), step) + Slot.OPENED, GoNoGo.class))
                .map(Optional::orElseThrow)
                .map(Heard::event);
    }

    private Uni<Void> publish(Mutiny.Session session, Optional<GoNoGo> decision, String subject) {
        if (decision.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        GoNoGo event = decision.get();
        LOG.infof(
                "Gate decided subject=%s gate=%s status=%s by=%s",
                subject, event.gate(), event.status(), event.by());
        return outbox.publish(session, event.subjectId(), subject, event);
    }
}
