package io.silverback.simulator;

import io.silverback.simulator.faults.Faults;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.X509KeyManager;

/** Opens the ports: one event loop for the Admin API, which alone writes, several for the proxy. */
final class Ports {
    /**
     * To Vert.x a negative port is a free one that all servers with the same negative port share.
     */
    private static final int ANY_BUT_SHARED = -1;

    private static final int LONGEST_LINE = 64 * 1024;

    private final SimulatorOptions options;
    private final Vertx vertx;
    private final int proxyLoops =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    Ports(SimulatorOptions options) {
        this.options = options;
        this.vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setEventLoopPoolSize(proxyLoops + 1)
                                .setWorkerPoolSize(1)
                                .setInternalBlockingPoolSize(1)
                                .setFileSystemOptions(
                                        new FileSystemOptions()
                                                .setFileCachingEnabled(false)
                                                .setClassPathResolvingEnabled(false)));
    }

    Vertx vertx() {
        return vertx;
    }

    FaultyPort faulty(Faults faults, int node) {
        return new FaultyPort(vertx, faults, node);
    }

    /** Opens the proxy of a node, on the first node's port plus its number. */
    int openProxy(int node, Handler<HttpServerRequest> handler) {
        int first = options.proxyPort();
        int port = first == 0 ? ANY_BUT_SHARED - 2 * node : first + node;
        return openProxy("proxy", http(port), handler);
    }

    /** Opens the proxy of a node for TLS, when there is to be such a port; else 0. */
    int openTls(int node, X509KeyManager keys, Handler<HttpServerRequest> handler) {
        int first = options.tlsPort();
        if (first == SimulatorOptions.NO_PORT) {
            return 0;
        }
        int port = first == 0 ? ANY_BUT_SHARED - 2 * node - 1 : first + node;
        HttpServerOptions https = http(port).setSsl(true).setKeyCertOptions(new KeyOptions(keys));
        return openProxy("TLS proxy", https, handler);
    }

    private int openProxy(String what, HttpServerOptions http, Handler<HttpServerRequest> handler) {
        int opened = http.getPort();
        for (int i = 0; i < proxyLoops; i++) {
            opened = open(what + " of " + options.name(), http, handler);
        }
        return opened;
    }

    /** Opens an Admin API or a status API, on the first node's port plus the node's number. */
    int openOne(String what, int first, int node, Handler<HttpServerRequest> handler) {
        int port = first == 0 ? 0 : first + node;
        return open(
                what + " of " + options.name(),
                http(port).setHandle100ContinueAutomatically(true),
                handler);
    }

    private HttpServerOptions http(int port) {
        return new HttpServerOptions()
                .setHost(options.host())
                .setPort(port)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LONGEST_LINE);
    }

    private int open(String what, HttpServerOptions http, Handler<HttpServerRequest> handler) {
        try {
            HttpServer server =
                    vertx.createHttpServer(http)
                            .requestHandler(handler)
                            .listen()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join();
            return server.actualPort();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BindException) {
                throw new PortInUseException(what, http.getPort(), e);
            }
            throw e;
        }
    }

    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
