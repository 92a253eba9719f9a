package io.silverback.simulator.proxy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses requests that came by another protocol than their route speaks. */
final class Protocols {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);

    private Protocols() {}

    static @Nullable Answer refusal(ProxyRequest request, CompiledRoute route) {
        boolean http = route.speaks("http");
        boolean https = route.speaks("https");
        if (https && !http && !request.isTls()) {
            return insecure(request, route);
        }
        return http || https ? null : withoutHttp2(request, route);
    }

    private static Answer insecure(ProxyRequest request, CompiledRoute route) {
        int status = (int) route.row().document().number("https_redirect_status_code", 426);
        if (!REDIRECTS.contains(status)) {
            return Answer.message(426, "Please use HTTPS protocol")
                    .with("connection", "Upgrade")
                    .with("upgrade", "TLS/1.2, HTTP/1.1");
        }
        String query = request.query() == null ? "" : "?" + request.query();
        return Answer.text(status, "text/html", page(status))
                .with(
                        "Location",
                        "https://"
                                + request.canonicalHost()
                                + Uris.escaped(request.path())
                                + query);
    }

    private static String page(int status) {
        String title =
                switch (status) {
                    case 301 -> "301 Moved Permanently";
                    case 302 -> "302 Found";
                    case 307 -> "307 Temporary Redirect";
                    default -> "308 Permanent Redirect";
                };
        return ("<html>\n<head><title>%s</title></head>\n<body>\n<center><h1>%s</h1></center>\n"
                        + "</body>\n</html>\n")
                .formatted(title, title)
                .replace("\n", "\r\n");
    }

    private static Answer withoutHttp2(ProxyRequest request, CompiledRoute route) {
        String type = request.header("Content-Type");
        if (type == null || !type.startsWith("application/grpc")) {
            return Answer.message(415, "Non-gRPC request matched gRPC route");
        }
        return Answer.message(426, "Please use HTTP2 protocol")
                .with("connection", "Upgrade")
                .with("upgrade", "HTTP/2");
    }
}
