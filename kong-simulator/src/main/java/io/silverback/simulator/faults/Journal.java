package io.silverback.simulator.faults;

import io.silverback.simulator.schema.Document;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The writes that the Admin API was asked for, the latest {@value #KEPT} of them, without bodies.
 */
public final class Journal {
    private static final int KEPT = 100_000;

    private final Clock clock;
    private final Deque<Document> writes = new ArrayDeque<>();
    private long total;

    /** An empty journal. */
    public Journal(Clock clock) {
        this.clock = clock;
    }

    /** Notes a write and its answer. */
    public synchronized void note(String method, String path, int status) {
        if (writes.size() == KEPT) {
            writes.removeFirst();
        }
        total++;
        writes.addLast(
                Document.of("at", clock.instant().toString())
                        .with("method", method)
                        .with("path", path)
                        .with("status", status));
    }

    /** All writes, the oldest first. */
    public synchronized List<Document> writes() {
        return List.copyOf(writes);
    }

    /** How many writes there were. */
    public synchronized long total() {
        return total;
    }

    /** Forgets all. */
    public synchronized void clear() {
        writes.clear();
        total = 0;
    }
}
