package io.silverback.traffic.events;

import io.silverback.contracts.Rollback;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.Inbox;
import io.silverback.traffic.canary.Drills;
import io.silverback.traffic.canary.LiveCutover;
import io.silverback.traffic.canary.LiveCutovers;
import io.silverback.traffic.canary.Retreats;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears every rollback in every instance and gives traffic back at once, from memory alone. */
@ApplicationScoped
class RollbackAlarm {

    /** Nobody's rollback waits longer than this for somebody else's router. */
    static final Duration PATIENCE = Duration.ofMillis(200);

    private final Inbox inbox;
    private final LiveCutovers live;
    private final Retreats retreats;
    private final Drills drills;

    RollbackAlarm(Inbox inbox, LiveCutovers live, Retreats retreats, Drills drills) {
        this.inbox = inbox;
        this.live = live;
        this.retreats = retreats;
        this.drills = drills;
    }

    @Incoming("rollback-alarm")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.observe(record, Rollback.class, this::act);
    }

    private Uni<Void> act(Envelope<Rollback> heard) {
        List<Uni<Void>> acts =
                RollbackCauses.subjects(heard.body()).stream()
                        .flatMap(id -> live.concerning(id).stream())
                        .distinct()
                        .filter(c -> !c.cutover().isPast(heard.body().generations()))
                        .map(cutover -> act(cutover, heard))
                        .toList();
        return acts.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(acts).andFailFast().replaceWithVoid();
    }

    private Uni<Void> act(LiveCutover cutover, Envelope<Rollback> heard) {
        Uni<Void> way =
                heard.body().drill()
                        ? drills.run(cutover, heard.id(), RollbackCauses.of(heard))
                        : retreats.giveBack(cutover, RollbackCauses.of(heard)).replaceWithVoid();
        return way.ifNoItem().after(PATIENCE).recoverWithUni(Uni.createFrom().voidItem());
    }
}
