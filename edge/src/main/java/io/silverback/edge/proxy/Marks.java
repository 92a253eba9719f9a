package io.silverback.edge.proxy;

import io.silverback.edge.routing.Route;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;

/**
 * What the edge adds to an answer: its colour, a stickiness cookie, and the end of the connection
 * while the edge is stopping.
 */
record Marks(Route route, String cookieName, boolean stopping) {

    static final String COLOUR = "X-Silverback-Colour";

    void addTo(MultiMap headers) {
        headers.set(COLOUR, route.colour().label());
        route.newCookie().ifPresent(bucket -> headers.add(HttpHeaders.SET_COOKIE, cookie(bucket)));
        if (stopping) {
            headers.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    private String cookie(String bucket) {
        return Cookie.cookie(cookieName, bucket)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .encode();
    }
}
