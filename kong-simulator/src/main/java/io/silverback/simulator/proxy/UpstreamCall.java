package io.silverback.simulator.proxy;

import org.jspecify.annotations.Nullable;

/** What goes to the upstream: plugins change it on the way. */
public final class UpstreamCall {
    private final Headers headers;
    private final String route;
    private String method;
    private String path;
    private @Nullable String query;
    private byte[] body;
    private String host = "";
    private @Nullable Target target;
    private boolean real;

    private UpstreamCall(ProxyRequest request, String route, String path) {
        this.headers = request.headers().copy();
        this.route = route;
        this.method = request.method();
        this.path = path;
        this.query = request.query();
        this.body = request.body();
    }

    static UpstreamCall of(ProxyRequest request, @Nullable MatchedRoute matched) {
        if (matched == null) {
            return new UpstreamCall(request, "", request.path());
        }
        var service = matched.service();
        String base = service == null ? null : service.document().text("path");
        return new UpstreamCall(
                request,
                Target.nameOf(matched.route().row()),
                Uris.escaped(Uris.upstreamPath(base, matched.path(), matched.stripped())));
    }

    /** The headers without Host. */
    public Headers headers() {
        return headers;
    }

    /** Name or id of the route. */
    public String route() {
        return route;
    }

    /** The method. */
    public String method() {
        return method;
    }

    void method(String changed) {
        method = changed;
    }

    void path(String changed) {
        path = changed;
    }

    @Nullable String query() {
        return query;
    }

    void query(@Nullable String changed) {
        query = changed;
    }

    /** The target of the request line. */
    public String uri() {
        return query == null ? path : path + "?" + query;
    }

    /** The body; empty when there is none. */
    public byte[] body() {
        return body;
    }

    void body(byte[] changed) {
        body = changed;
        if (headers.has("Content-Length")) {
            headers.set("Content-Length", String.valueOf(changed.length));
        }
    }

    /** What the Host header says. */
    public String host() {
        return host;
    }

    /** Where it goes; null before a target was chosen. */
    public @Nullable Target target() {
        return target;
    }

    /** Whether it goes to its target even where services are echoed. */
    public boolean isReal() {
        return real;
    }

    /** Sends the call to another gateway, under the host that the client asked for. */
    void backTo(Target gateway, String hostHeader) {
        to(gateway, hostHeader);
        real = true;
    }

    void to(Target chosen, String hostHeader) {
        target = chosen;
        host = hostHeader;
    }
}
