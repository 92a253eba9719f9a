package io.silverback.messaging;

/** The job is somebody else's now, or was cancelled: whoever sees this stops. */
public final class LeaseLost extends RuntimeException {
    private final long jobId;

    /** The lease on {@code jobId} is gone. */
    public LeaseLost(long jobId) {
        super("Lease on job " + jobId + " is lost");
        this.jobId = jobId;
    }

    /** The job that is not ours any more. */
    public long jobId() {
        return jobId;
    }
}
