package io.silverback.messaging;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The right to work on a job, for as long as it is renewed. */
public interface Lease {

    /** Whether the job is surely still ours, by a monotonic clock and conservatively. */
    boolean isHeld();

    /**
     * Runs {@code work} in a transaction that commits only if the job is still ours; else fails
     * with {@link LeaseLost}. Rows of the subject are locked before the job's. Callable from any
     * thread.
     */
    <T> Uni<T> inTransaction(Function<Mutiny.Session, Uni<T>> work);

    /** The same, and the job ends with that commit. */
    <T> Uni<T> complete(Function<Mutiny.Session, Uni<T>> work);

    /** Gives the job back, to be taken again after {@code delay}; forgets earlier failures. */
    Uni<Void> suspendFor(Duration delay);
}
