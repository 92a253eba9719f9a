package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends writes, at most 64 at a time. */
final class Writes {

    private static final int AT_A_TIME = 64;

    private final CqlSession session;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Writes(CqlSession session) {
        this.session = session;
    }

    void send(Statement<?> statement) throws IOException {
        acquire(1);
        check();
        session.executeAsync(statement)
                .whenComplete(
                        (result, failed) -> {
                            if (failed != null) {
                                failure.set(failed);
                            }
                            free.release();
                        });
    }

    /** Until all are done. */
    void await() throws IOException {
        acquire(AT_A_TIME);
        free.release(AT_A_TIME);
        check();
    }

    private void check() throws IOException {
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IOException("Cassandra refused a write: " + failed.getMessage(), failed);
        }
    }

    private void acquire(int permits) throws IOException {
        try {
            free.acquire(permits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The restore was stopped.");
        }
    }
}
