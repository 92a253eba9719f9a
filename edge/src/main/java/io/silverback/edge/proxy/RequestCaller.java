package io.silverback.edge.proxy;

import io.silverback.edge.routing.Caller;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** The client of an HTTP request. */
record RequestCaller(HttpServerRequest request) implements Caller {

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name)).filter(value -> !value.isBlank());
    }

    @Override
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(request.getCookie(name)).map(Cookie::getValue);
    }

    @Override
    public String remoteAddress() {
        return String.valueOf(request.remoteAddress().hostAddress());
    }
}
