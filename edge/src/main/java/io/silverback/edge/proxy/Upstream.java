package io.silverback.edge.proxy;

import io.silverback.edge.settings.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** One colour's proxies and the pool of connections to them. Belongs to one event loop. */
final class Upstream {

    private static final int LONGEST_LINE = 64 * 1024;

    private final HttpClient client;
    private final List<RequestOptions> origins;
    private int next;

    Upstream(Vertx vertx, Settings.Side side, Settings.Upstream limits) {
        this.client = vertx.createHttpClient(options(side, limits));
        this.origins = side.upstreams().stream().map(uri -> origin(uri, limits)).toList();
    }

    HttpClient client() {
        return client;
    }

    /** A request on a connection to the next of the proxies, taken in turn. */
    Future<HttpClientRequest> open() {
        next = (next + 1) % origins.size();
        return client.request(origins.get(next));
    }

    private static RequestOptions origin(URI uri, Settings.Upstream limits) {
        boolean tls = "https".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        return new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(port, uri.getHost()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(tls)
                .setConnectTimeout(limits.connectTimeout().toMillis());
    }

    private static HttpClientOptions options(Settings.Side side, Settings.Upstream limits) {
        HttpClientOptions options =
                new HttpClientOptions()
                        .setMaxPoolSize(limits.connections())
                        .setKeepAlive(true)
                        .setKeepAliveTimeout((int) limits.keepAlive().toSeconds())
                        .setConnectTimeout((int) limits.connectTimeout().toMillis())
                        .setMaxInitialLineLength(LONGEST_LINE)
                        .setMaxHeaderSize(LONGEST_LINE)
                        .setDecompressionSupported(false);
        if (side.ca() != null) {
            options.setPemTrustOptions(new PemTrustOptions().addCertPath(side.ca().toString()));
        }
        return options;
    }
}
