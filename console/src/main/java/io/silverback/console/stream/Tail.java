package io.silverback.console.stream;

import io.silverback.console.storage.Database;
import io.silverback.console.storage.EventLog;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Follows the log from any point on. It reads when something was appended here and, for what other
 * instances append, every second; while the database is away it waits.
 */
@ApplicationScoped
public class Tail {
    private static final Logger LOG = Logger.getLogger(Tail.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int BATCH = 200;

    private final Database database;
    private final EventLog log;
    private final Live live;

    Tail(Database database, EventLog log, Live live) {
        this.database = database;
        this.log = log;
        this.live = live;
    }

    /** Events after {@code sequence}, and measurements as they come; never ends. */
    public Multi<StreamEvent> follow(long sequence, List<String> topics) {
        AtomicLong cursor = new AtomicLong(sequence);
        Multi<StreamEvent> facts =
                Multi.createBy()
                        .merging()
                        .streams(
                                Multi.createFrom().item(true),
                                live.wakeups(),
                                Multi.createFrom()
                                        .ticks()
                                        .every(LOOK)
                                        .onOverflow()
                                        .dropPreviousItems()
                                        .map(tick -> true))
                        .onOverflow()
                        .dropPreviousItems()
                        .onItem()
                        .transformToMultiAndConcatenate(wake -> news(cursor, topics));
        return Multi.createBy().merging().streams(facts, measurements(topics));
    }

    /** The newest number in the log: from here on is from now on. */
    public Uni<Long> now() {
        return database.run(log::last);
    }

    /** One page of the log; {@code after} below 0 means that many of the newest. */
    public Uni<List<StreamEvent>> page(long after, List<String> topics, int limit) {
        if (after < 0) {
            return now().chain(last -> page(Math.max(0, last + after), topics, limit));
        }
        return database.run(session -> log.after(session, after, topics, limit))
                .map(events -> events.stream().map(StreamEvent::of).toList());
    }

    private Multi<StreamEvent> measurements(List<String> topics) {
        return live.measurements()
                .select()
                .where(event -> topics.isEmpty() || topics.contains(event.topic()));
    }

    private Multi<StreamEvent> news(AtomicLong cursor, List<String> topics) {
        return Multi.createBy()
                .repeating()
                .uni(() -> page(cursor.get(), topics, BATCH).invoke(page -> move(cursor, page)))
                .whilst(page -> page.size() == BATCH)
                .onFailure()
                .invoke(cause -> LOG.debugf("Log not read: %s", cause.getMessage()))
                .onFailure()
                .recoverWithCompletion()
                .onItem()
                .transformToIterable(page -> page);
    }

    private static void move(AtomicLong cursor, List<StreamEvent> page) {
        page.forEach(
                event -> {
                    Long sequence = event.sequence();
                    if (sequence != null) {
                        cursor.set(sequence);
                    }
                });
    }
}
