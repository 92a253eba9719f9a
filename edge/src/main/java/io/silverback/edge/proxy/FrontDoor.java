package io.silverback.edge.proxy;

import io.silverback.edge.evidence.Exchange;
import io.silverback.edge.routing.Colour;
import io.silverback.edge.routing.Route;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;

/** Where each request enters, is given its colour and sent on. Belongs to one event loop. */
final class FrontDoor implements Handler<HttpServerRequest> {

    private final Vertx vertx;
    private final Routing routing;
    private final Upstream blue;
    private final Upstream green;
    private final FaultLog faults = new FaultLog(System::nanoTime);

    FrontDoor(Vertx vertx, Routing routing) {
        this.vertx = vertx;
        this.routing = routing;
        this.blue = new Upstream(vertx, routing.settings().blue(), routing.settings().upstream());
        this.green = new Upstream(vertx, routing.settings().green(), routing.settings().upstream());
    }

    @Override
    public void handle(HttpServerRequest request) {
        Route route =
                routing.stickiness().route(new RequestCaller(request), routing.weight().share());
        Exchange exchange =
                routing.tallies()
                        .of(route.colour())
                        .begin(System.nanoTime(), System.currentTimeMillis());
        Marks marks =
                new Marks(
                        route,
                        routing.settings().sticky().cookie(),
                        routing.readiness().isStopping());
        Upstream upstream = route.colour() == Colour.GREEN ? green : blue;
        if (Tunnel.isAskedBy(request)) {
            new Tunnel(request, exchange, marks).through(upstream);
        } else {
            pass(request, upstream, exchange, marks);
        }
    }

    /** One proxy object for each request, as the library has no other place for its state. */
    private void pass(
            HttpServerRequest request, Upstream upstream, Exchange exchange, Marks marks) {
        Passage passage =
                new Passage(
                        vertx,
                        routing.settings().upstream().responseTimeout(),
                        exchange,
                        marks,
                        faults);
        request.response().closeHandler(gone -> passage.clientLeft());
        HttpProxy.reverseProxy(upstream.client())
                .origin(
                        context ->
                                upstream.open()
                                        .map(outbound -> passage.connected(request, outbound)))
                .addInterceptor(passage)
                .handle(request);
    }
}
