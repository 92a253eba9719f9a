package io.silverback.dump.events;

import io.silverback.contracts.Event;
import io.silverback.contracts.MigrationRequested;
import io.silverback.dump.storage.StoredPlans;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.ParkedEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Records what events mean; parks those about a plan that is not known yet. */
@ApplicationScoped
class Recording {

    private final StoredPlans plans;
    private final ParkedEvents parked;

    Recording(StoredPlans plans, ParkedEvents parked) {
        this.plans = plans;
        this.parked = parked;
    }

    Uni<Void> admit(Mutiny.Session session, Envelope<MigrationRequested> envelope) {
        MigrationRequested request = envelope.body();
        return plans.admit(session, request)
                .chain(() -> replay(session, request.migrationId()))
                .chain(() -> replay(session, request.cutoverId()));
    }

    Uni<Void> take(Mutiny.Session session, Envelope<? extends Event> envelope) {
        return Inputs.of(envelope.body())
                .map(input -> take(session, envelope, input))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> take(
            Mutiny.Session session, Envelope<? extends Event> envelope, Input input) {
        return plans.change(session, input.key(), input.change())
                .chain(
                        known ->
                                known
                                        ? Uni.createFrom().voidItem()
                                        : parked.park(session, input.key().id(), envelope));
    }

    private Uni<Void> replay(Mutiny.Session session, @Nullable String subjectId) {
        return subjectId == null
                ? Uni.createFrom().voidItem()
                : parked.release(session, subjectId).chain(found -> takeAll(session, found));
    }

    private Uni<Void> takeAll(Mutiny.Session session, List<Envelope<?>> envelopes) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Envelope<?> envelope : envelopes) {
            all = all.chain(() -> take(session, envelope));
        }
        return all;
    }
}
