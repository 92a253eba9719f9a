package io.silverback.edge.proxy;

import io.silverback.edge.settings.Settings;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.function.IntConsumer;

/** One event loop of the proxy: a server of its own on the shared port, pools of its own. */
public final class ProxyVerticle extends AbstractVerticle {

    private static final int LONGEST_LINE = 64 * 1024;

    private final Routing routing;
    private final IntConsumer onListening;

    /**
     * Prepares one event loop's part.
     *
     * @param onListening told the port that was opened
     */
    public ProxyVerticle(Routing routing, IntConsumer onListening) {
        this.routing = routing;
        this.onListening = onListening;
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer(options(routing.settings().proxy()))
                .requestHandler(new FrontDoor(vertx, routing))
                .listen()
                .onSuccess(this::opened)
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void opened(HttpServer server) {
        onListening.accept(server.actualPort());
    }

    private static HttpServerOptions options(Settings.Listener listener) {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setHost(listener.host())
                        .setPort(listener.port())
                        .setHandle100ContinueAutomatically(true)
                        .setMaxInitialLineLength(LONGEST_LINE)
                        .setMaxHeaderSize(LONGEST_LINE)
                        .setAcceptBacklog(1024);
        Settings.Tls tls = listener.tls();
        if (tls != null) {
            options.setSsl(true)
                    .setUseAlpn(true)
                    .setPemKeyCertOptions(
                            new PemKeyCertOptions()
                                    .addCertPath(tls.certificate().toString())
                                    .addKeyPath(tls.key().toString()));
        }
        return options;
    }
}
