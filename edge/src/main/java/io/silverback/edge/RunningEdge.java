package io.silverback.edge;

import io.silverback.edge.events.HealthEvents;
import io.silverback.edge.proxy.Routing;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/**
 * An edge that listens.
 *
 * @param proxyPort the port that was opened for requests
 * @param adminPort the port that was opened for operators
 */
record RunningEdge(
        Vertx vertx, Routing routing, HealthEvents events, int proxyPort, int adminPort) {

    private static final long LOOK_EVERY_MILLIS = 5;

    /** Lets open requests end, within the grace, then closes everything. */
    Future<Void> stop() {
        routing.readiness().stopping();
        long deadline = System.nanoTime() + routing.settings().stopGrace().toNanos();
        Promise<Void> quiet = Promise.promise();
        vertx.runOnContext(loop -> lookUntil(deadline, quiet));
        return quiet.future().compose(ended -> vertx.close()).onComplete(end -> events.close());
    }

    private void lookUntil(long deadline, Promise<Void> quiet) {
        if (routing.tallies().openStreams() == 0 || System.nanoTime() - deadline > 0) {
            quiet.complete();
        } else {
            vertx.setTimer(LOOK_EVERY_MILLIS, timer -> lookUntil(deadline, quiet));
        }
    }
}
