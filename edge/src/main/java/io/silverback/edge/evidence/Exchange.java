package io.silverback.edge.evidence;

/**
 * One request and its answer, counted once whatever happens to it. Belongs to one event loop.
 *
 * <p>Latency ends with the head of the answer: a slow client or a long stream is no fault of the
 * colour.
 */
public final class Exchange {

    private final Tally tally;
    private final long startedNanos;
    private boolean answered;
    private boolean closed;

    Exchange(Tally tally, long startedNanos) {
        this.tally = tally;
        this.startedNanos = startedNanos;
    }

    /** The head of the answer is known. */
    public void answered(int status) {
        if (!answered && !closed) {
            answered = true;
            tally.answered(status, System.nanoTime() - startedNanos);
        }
    }

    /** The upstream broke off in the middle of its answer. */
    public void brokenOff() {
        if (!closed) {
            tally.failed();
            close();
        }
    }

    /** The exchange is over; a client that left before the answer is no error, but a request. */
    public void over() {
        if (!closed && !answered) {
            tally.abandoned(System.nanoTime() - startedNanos);
        }
        close();
    }

    /** Whether nothing more can happen. */
    public boolean isOver() {
        return closed;
    }

    private void close() {
        if (!closed) {
            closed = true;
            tally.closed();
        }
    }
}
