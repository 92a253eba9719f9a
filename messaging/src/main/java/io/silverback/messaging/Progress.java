package io.silverback.messaging;

import io.silverback.contracts.MigrationProgress;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How far one piece of work is: counted from any thread, published twice a second meanwhile. */
public final class Progress {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Measurements measurements;
    private final String subjectId;
    private final String subject;
    private final String phase;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private final long startedAt = System.nanoTime();

    /** Of {@code phase} of the migration {@code subjectId} of workspace {@code subject}. */
    public Progress(Measurements measurements, String subjectId, String subject, String phase) {
        this.measurements = measurements;
        this.subjectId = subjectId;
        this.subject = subject;
        this.phase = phase;
    }

    /** More units are to be done. */
    public void expect(long more) {
        total.addAndGet(more);
    }

    /** More units are done. */
    public void done(long more) {
        done.addAndGet(more);
    }

    /** Publishes until {@code work} is over, and once more with its item. */
    public <T> Uni<T> during(Uni<T> work) {
        Multi<Optional<T>> result = work.map(Optional::ofNullable).toMulti();
        Multi<Optional<T>> ticks =
                Multi.createFrom()
                        .ticks()
                        .every(INTERVAL)
                        .onOverflow()
                        .drop()
                        .onItem()
                        .transformToUniAndConcatenate(tick -> publish())
                        .onItem()
                        .transformToMultiAndConcatenate(ignored -> Multi.createFrom().empty());
        return Multi.createBy()
                .merging()
                .streams(result, ticks)
                .toUni()
                .call(this::publish)
                .map(item -> item.orElse(null));
    }

    private Uni<Void> publish() {
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        double rate = seconds == 0 ? 0 : done.get() / seconds;
        long all = Math.max(total.get(), done.get());
        return measurements.publish(
                subjectId,
                subject,
                new MigrationProgress(
                        subjectId, subject, phase, done.get(), all, rate, null, null));
    }
}
