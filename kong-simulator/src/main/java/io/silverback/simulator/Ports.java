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

    FaultyPort faulty(Faults faults) {
        return new FaultyPort(vertx, faults);
    }

    /** Opens the proxy of a node, on the first node's port plus its number. */
    int openProxy(int node, Handler<HttpServerRequest> handler) {
        int first = options.proxyPort();
        int port = first == 0 ? ANY_BUT_SHARED - node : first + node;
        int opened = port;
        for (int i = 0; i < proxyLoops; i++) {
            opened = open("proxy of " + options.name(), port, handler);
        }
        return opened;
    }

    /** Opens an Admin API or a status API, on the first node's port plus the node's number. */
    int openOne(String what, int first, int node, Handler<HttpServerRequest> handler) {
        return open(what + " of " + options.name(), first == 0 ? 0 : first + node, handler);
    }

    private int open(String what, int port, Handler<HttpServerRequest> handler) {
        HttpServerOptions http =
                new HttpServerOptions()
                        .setHost(options.host())
                        .setPort(port)
                        .setMaxInitialLineLength(LONGEST_LINE)
                        .setMaxHeaderSize(LONGEST_LINE)
                        .setHandle100ContinueAutomatically(true);
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
                throw new PortInUseException(what, port, e);
            }
            throw e;
        }
    }

    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
