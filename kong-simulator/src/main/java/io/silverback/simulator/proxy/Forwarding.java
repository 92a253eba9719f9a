package io.silverback.simulator.proxy;

import org.jspecify.annotations.Nullable;

/**
 * The headers by which the upstream learns of the client. The proxy trusts nobody before it: what
 * the client says of itself is replaced.
 */
final class Forwarding {
    private Forwarding() {}

    static void apply(ProxyRequest request, @Nullable MatchedRoute matched, Headers headers) {
        headers.remove("Host");
        headers.remove("Transfer-Encoding");
        headers.remove("Keep-Alive");
        headers.remove("TE");
        headers.remove("Upgrade");
        headers.remove("Expect");
        headers.remove("Proxy-Connection");
        headers.set("Connection", "keep-alive");
        String before = request.header("X-Forwarded-For");
        headers.set(
                "X-Forwarded-For",
                before == null ? request.client() : before + ", " + request.client());
        headers.set("X-Forwarded-Proto", request.scheme());
        headers.set("X-Forwarded-Host", request.canonicalHost());
        headers.set("X-Forwarded-Port", String.valueOf(request.port()));
        headers.set("X-Forwarded-Path", request.path());
        headers.set("X-Forwarded-Prefix", matched == null ? null : matched.stripped());
        headers.set("X-Real-IP", request.client());
    }
}
