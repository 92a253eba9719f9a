package io.silverback.console.storage;

import io.silverback.console.facts.Fact;
import io.silverback.console.facts.Slot;
import io.silverback.contracts.CutoverRequested;
import io.silverback.contracts.Event;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Topic;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.event.EventJson;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The facts: of each subject and slot the newest, in whatever order events come. */
@ApplicationScoped
public class FactStore {
    private static final String UPSERT =
            "insert into fact (id, subject_id, slot, plan_id, generation, appended_at, happened_at,"
                    + " topic, event_id, body) values (:id, :subject, :slot, nullif(:plan, ''),"
                    + " :generation, cast(:appended as timestamptz), cast(:happened as timestamptz),"
                    + " :topic, :event, :body) on conflict (id) do update set"
                    + " generation = excluded.generation, appended_at = excluded.appended_at,"
                    + " happened_at = excluded.happened_at, event_id = excluded.event_id,"
                    + " body = excluded.body where (excluded.generation, excluded.appended_at,"
                    + " excluded.happened_at, excluded.event_id) > (fact.generation,"
                    + " fact.appended_at, fact.happened_at, fact.event_id)";

    /** Remembers the event where it is the newest of its kind. */
    public Uni<Void> remember(Mutiny.Session session, Envelope<? extends Event> envelope) {
        return Multi.createFrom()
                .iterable(Slot.of(envelope.body()))
                .onItem()
                .transformToUniAndConcatenate(slot -> upsert(session, slot, envelope))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What is known of one subject. */
    public Uni<List<Fact>> ofSubject(Mutiny.Session session, String subjectId) {
        return session.createQuery("from Fact where subjectId = :id", FactRow.class)
                .setParameter("id", subjectId)
                .getResultList()
                .map(rows -> rows.stream().map(FactRow::fact).toList());
    }

    /** The newest facts in one slot, of all subjects. */
    public Uni<List<Fact>> newest(Mutiny.Session session, String slot, int limit) {
        return session.createQuery(
                        "from Fact where slot = :slot order by appendedAt desc", FactRow.class)
                .setParameter("slot", slot)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(FactRow::fact).toList());
    }

    private static Uni<Integer> upsert(Mutiny.Session session, Slot slot, Envelope<?> envelope) {
        return session.createNativeQuery(UPSERT)
                .setParameter("id", slot.subjectId() + "/" + slot.name())
                .setParameter("subject", slot.subjectId())
                .setParameter("slot", slot.name())
                .setParameter("plan", planId(envelope.body()))
                .setParameter("generation", slot.generation())
                .setParameter("appended", envelope.appendedAt().atOffset(ZoneOffset.UTC))
                .setParameter("happened", envelope.time().atOffset(ZoneOffset.UTC))
                .setParameter("topic", Topic.of(envelope.body()).name())
                .setParameter("event", envelope.id())
                .setParameter("body", EventJson.write(envelope.body()))
                .executeUpdate();
    }

    private static String planId(Event event) {
        if (event instanceof MigrationRequested migration) {
            return migration.planId();
        }
        return event instanceof CutoverRequested cutover ? cutover.planId() : "";
    }
}
