package io.silverback.traffic.events;

import io.silverback.contracts.Evidence;
import io.silverback.contracts.MigrationProgress;
import io.silverback.messaging.Measurements;
import io.silverback.traffic.canary.CanaryConfig;
import io.silverback.traffic.canary.Cutover;
import io.silverback.traffic.canary.LiveCutover;
import io.silverback.traffic.canary.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Publishes the evidence of each cutover about once a second. */
@ApplicationScoped
class ProgressPublisher implements Progress {

    private final Measurements measurements;
    private final CanaryConfig config;
    private final Clock clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    ProgressPublisher(Measurements measurements, CanaryConfig config, Clock clock) {
        this.measurements = measurements;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<Void> report(LiveCutover live) {
        Cutover cutover = live.cutover();
        if (cutover.hasEnded()) {
            told.remove(cutover.id());
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return isDue(cutover.id(), now) ? publish(live, now) : Uni.createFrom().voidItem();
    }

    private boolean isDue(String cutoverId, Instant now) {
        Instant next = now.minus(config.progress());
        return told.compute(
                        cutoverId, (id, last) -> last == null || !last.isAfter(next) ? now : last)
                == now;
    }

    private Uni<Void> publish(LiveCutover live, Instant now) {
        Cutover cutover = live.cutover();
        Evidence evidence = live.judgement(now).verdict().evidence();
        double seconds = Duration.between(evidence.from(), evidence.to()).toMillis() / 1000.0;
        MigrationProgress progress =
                new MigrationProgress(
                        cutover.id(),
                        cutover.request().name(),
                        cutover.canary().state(),
                        evidence.green().requests(),
                        evidence.needed(),
                        seconds <= 0 ? 0 : evidence.green().requests() / seconds,
                        cutover.weight().percent(),
                        evidence);
        return measurements.publish(cutover.id(), cutover.request().name(), progress);
    }
}
