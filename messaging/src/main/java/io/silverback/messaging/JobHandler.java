package io.silverback.messaging;

import io.smallrye.mutiny.Uni;

/** Does one kind of job. A bean; runs many at once, on the event loop. */
public interface JobHandler {

    /** The kind of job this handles; one handler for a kind. */
    String kind();

    /**
     * Does the work. An item means done; a failure means again after a while, {@link
     * PermanentFailure} means not again. Cancelled when the lease is lost.
     */
    Uni<Void> run(Job job, Lease lease);

    /** Called once the job was given up; must end the job, retried until it does. */
    default Uni<Void> gaveUp(Job job, Throwable cause, Lease lease) {
        return lease.complete(session -> Uni.createFrom().voidItem());
    }
}
