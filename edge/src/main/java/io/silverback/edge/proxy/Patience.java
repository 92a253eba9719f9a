package io.silverback.edge.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/** Gives up on an upstream that stays silent after the client's last byte. */
final class Patience {

    private final Vertx vertx;
    private final Duration limit;
    private final HttpServerRequest inbound;
    private final HttpClientRequest outbound;
    private long seen;
    private long timer;
    private boolean exhausted;

    Patience(Vertx vertx, Duration limit, HttpServerRequest inbound, HttpClientRequest outbound) {
        this.vertx = vertx;
        this.limit = limit;
        this.inbound = inbound;
        this.outbound = outbound;
        waitFrom(0);
    }

    /** The answer has begun, or there will be none. */
    void end() {
        vertx.cancelTimer(timer);
    }

    /** Whether it was the time limit that ended the request. */
    boolean isExhausted() {
        return exhausted;
    }

    private void waitFrom(long read) {
        seen = read;
        timer = vertx.setTimer(limit.toMillis(), id -> lookAgain());
    }

    private void lookAgain() {
        if (inbound.bytesRead() > seen) {
            waitFrom(inbound.bytesRead());
        } else {
            exhausted = true;
            outbound.reset();
        }
    }
}
