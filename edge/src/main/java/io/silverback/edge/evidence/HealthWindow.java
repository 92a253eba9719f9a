package io.silverback.edge.evidence;

import io.silverback.contracts.HealthEvent;
import io.silverback.edge.routing.Moment;
import java.time.Duration;
import java.time.Instant;

/** Cuts what one colour does into windows, each reported once. */
public final class HealthWindow {

    private final Tally tally;
    private final String gateway;
    private final String router;
    private long reportedRequests;
    private long reportedErrors;
    private Moment start;

    public HealthWindow(Tally tally, String gateway, String router, Moment start) {
        this.tally = tally;
        this.gateway = gateway;
        this.router = router;
        this.start = start;
    }

    /**
     * Ends the window at {@code now} and begins the next. Its length is that of the monotonic
     * clock. An answer that breaks off counts as error after its request did: an excess of errors
     * waits for a window with enough requests.
     */
    public HealthEvent close(Moment now) {
        long newErrors = tally.errors() - reportedErrors;
        long requests = tally.requests() - reportedRequests;
        long errors = Math.min(newErrors, requests);
        Instant from = now.at().minus(Duration.ofNanos(now.nanos() - start.nanos()));
        reportedRequests += requests;
        reportedErrors += errors;
        start = now;
        return new HealthEvent(
                gateway,
                "edge",
                router,
                from,
                now.at(),
                requests,
                errors,
                tally.latencies().take(),
                null,
                null,
                null);
    }
}
