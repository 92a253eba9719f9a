package io.silverback.traffic.canary;

import io.silverback.traffic.health.Watch;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A cutover in this instance's memory: enough to give traffic back without asking the record. */
public final class LiveCutover {

    private final Watch watch;
    private final AtomicReference<@Nullable Uni<List<RouterAnswer>>> retreat =
            new AtomicReference<>();
    private final AtomicReference<@Nullable Cause> unrecorded = new AtomicReference<>();
    private volatile Cutover cutover;

    LiveCutover(Cutover cutover, Watch watch) {
        this.watch = watch;
        this.cutover = cutover;
    }

    /** The newest record that this instance knows. */
    public Cutover cutover() {
        return cutover;
    }

    /** What is seen of green and blue. */
    public Watch watch() {
        return watch;
    }

    /** Whether this instance has begun to give its traffic back. */
    public boolean isRetreating() {
        return retreat.get() != null || unrecorded.get() != null;
    }

    /** What the evidence says at {@code now} of the step that the cutover stands at. */
    public Judgement judgement(Instant now) {
        Cutover known = cutover();
        long needed = known.standing().map(known.policy()::needed).orElse(0L);
        return new Judgement(watch.verdict(needed, now), now);
    }

    synchronized void refresh(Cutover newer) {
        if (newer.version() >= cutover.version()) {
            cutover = newer;
        }
        cutover.standing().ifPresent(standing -> watch.startAt(standing.since()));
    }

    /** Starts the way back at most once; whoever asks again hears the same answers. */
    Uni<List<RouterAnswer>> retreat(Supplier<Uni<List<RouterAnswer>>> way) {
        Uni<List<RouterAnswer>> running = retreat.get();
        if (running != null) {
            return running;
        }
        Uni<List<RouterAnswer>> started =
                Uni.createFrom()
                        .<List<RouterAnswer>>deferred(way::get)
                        .invoke(this::askAgainUnlessBack)
                        .memoize()
                        .indefinitely();
        return retreat.compareAndSet(null, started) ? started : retreat(way);
    }

    private void askAgainUnlessBack(List<RouterAnswer> answers) {
        if (!answers.stream().allMatch(RouterAnswer::isBack)) {
            retreat.set(null);
        }
    }

    /** Whether the record knows all that this instance knows. */
    public boolean isRecorded() {
        return unrecorded.get() == null;
    }

    /** A cause that the record has not heard of. */
    Optional<Cause> unrecorded() {
        return Optional.ofNullable(unrecorded.get());
    }

    void mustRecord(Cause cause) {
        unrecorded.set(cause);
    }

    void hasRecorded() {
        unrecorded.set(null);
    }
}
