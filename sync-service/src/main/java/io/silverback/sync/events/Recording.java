package io.silverback.sync.events;

import io.silverback.contracts.Event;
import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.ParkedEvents;
import io.silverback.sync.storage.StoredPlans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
        return parked.hold(session, request.migrationId())
                .chain(() -> holdCutover(session, request))
                .chain(() -> plans.admit(session, request))
                .chain(() -> replay(session, request.migrationId()))
                .chain(() -> replay(session, request.cutoverId()));
    }

    Uni<Void> take(Mutiny.Session session, Envelope<? extends Event> envelope) {
        return Inputs.of(envelope.body())
                .map(input -> take(session, envelope, input))
                .orElseGet(Recording::done);
    }

    private Uni<Void> take(
            Mutiny.Session session, Envelope<? extends Event> envelope, Input input) {
        return parked.takeOrPark(
                session,
                input.key().id(),
                envelope,
                () -> plans.change(session, input.key(), input.change()));
    }

    private Uni<Void> holdCutover(Mutiny.Session session, MigrationRequested request) {
        String cutoverId = request.cutoverId();
        return cutoverId == null ? done() : parked.hold(session, cutoverId);
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> replay(Mutiny.Session session, @Nullable String subjectId) {
        return subjectId == null
                ? done()
                : parked.replay(session, subjectId, envelope -> take(session, envelope));
    }
}
