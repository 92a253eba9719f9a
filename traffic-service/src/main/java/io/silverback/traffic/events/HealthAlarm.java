package io.silverback.traffic.events;

import io.silverback.contracts.HealthEvent;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.Inbox;
import io.silverback.traffic.canary.Cutover;
import io.silverback.traffic.canary.Decision;
import io.silverback.traffic.canary.LiveCutover;
import io.silverback.traffic.canary.LiveCutovers;
import io.silverback.traffic.canary.Retreats;
import io.silverback.traffic.canary.RollingBack;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears every measurement in every instance; one that makes green ill acts at once. */
@ApplicationScoped
class HealthAlarm {

    private final Inbox inbox;
    private final LiveCutovers live;
    private final Retreats retreats;
    private final Clock clock;

    HealthAlarm(Inbox inbox, LiveCutovers live, Retreats retreats, Clock clock) {
        this.inbox = inbox;
        this.live = live;
        this.retreats = retreats;
        this.clock = clock;
    }

    @Incoming("health-events")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.observe(record, HealthEvent.class, this::see);
    }

    private Uni<Void> see(Envelope<HealthEvent> heard) {
        HealthEvents.require(heard.body(), clock.instant());
        List<Uni<Void>> acts =
                live.all().stream().flatMap(cutover -> see(cutover, heard).stream()).toList();
        return acts.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(acts).andFailFast().replaceWithVoid();
    }

    private Optional<Uni<Void>> see(LiveCutover live, Envelope<HealthEvent> heard) {
        live.watch().see(heard.body(), clock.instant());
        Cutover cutover = live.cutover();
        boolean aboutGreen = heard.body().gateway().equals(cutover.request().green());
        return aboutGreen && cutover.mayServe() && !live.isRetreating()
                ? giveBackIfIll(live, heard)
                : Optional.empty();
    }

    private Optional<Uni<Void>> giveBackIfIll(LiveCutover live, Envelope<HealthEvent> heard) {
        Decision decision =
                live.cutover()
                        .canary()
                        .judged(live.judgement(heard.appendedAt()), live.cutover().policy());
        return decision instanceof Decision.Change change
                        && change.next() instanceof RollingBack back
                ? Optional.of(giveBack(live, back))
                : Optional.empty();
    }

    private Uni<Void> giveBack(LiveCutover live, RollingBack back) {
        return retreats.giveBack(live, back.cause())
                .replaceWithVoid()
                .ifNoItem()
                .after(RollbackAlarm.PATIENCE)
                .recoverWithUni(Uni.createFrom().voidItem());
    }
}
