package io.silverback.console.api;

import io.silverback.console.access.Origins;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets only the console's own page and clients that name an actor change anything. */
class Guard {
    static final String ACTOR = "X-Silverback-Actor";

    @ServerRequestFilter
    @Nullable Response check(ContainerRequestContext request, HttpServerRequest http) {
        String host = host(http);
        if (isLoopback(http) && !Origins.isLoopbackName(host)) {
            return Problem.originRefused("this machine's console is not called " + host).response();
        }
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return null;
        }
        if (!Origins.isOwn(request.getHeaderString("Origin"), host)) {
            return Problem.originRefused("only the console's own page may ask for this").response();
        }
        if (!Origins.isActor(request.getHeaderString(ACTOR))) {
            return Problem.requestRefused("the header " + ACTOR + " must name an actor").response();
        }
        return null;
    }

    /** The name that the client used: HTTP/2 has no Host header. */
    private static @Nullable String host(HttpServerRequest http) {
        HostAndPort authority = http.authority();
        return authority == null ? null : authority.toString();
    }

    static boolean isLoopback(HttpServerRequest http) {
        try {
            return InetAddress.getByName(http.remoteAddress().hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
