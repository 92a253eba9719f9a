package io.silverback.simulator;

import io.silverback.simulator.faults.Control;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Closes the connections of a node that does not run, but for what must be answered always. */
record Gate(
        BooleanSupplier running,
        Predicate<HttpServerRequest> always,
        Handler<HttpServerRequest> inner)
        implements Handler<HttpServerRequest> {

    /** A gate that nothing passes while a node does not run. */
    static Gate of(BooleanSupplier running, Handler<HttpServerRequest> inner) {
        return new Gate(running, any -> false, inner);
    }

    /** A gate that lets through what controls the simulator itself. */
    static Gate withControl(BooleanSupplier running, Handler<HttpServerRequest> inner) {
        return new Gate(
                running, request -> FaultyPort.path(request).startsWith(Control.PREFIX), inner);
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (running.getAsBoolean() || always.test(request)) {
            inner.handle(request);
        } else {
            request.connection().close();
        }
    }
}
