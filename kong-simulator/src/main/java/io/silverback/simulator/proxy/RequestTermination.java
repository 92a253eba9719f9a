package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plugin request-termination: every request is answered here. */
final class RequestTermination implements Enforcer {
    private static final Map<Integer, String> MESSAGES =
            Map.of(
                    401,
                    "Unauthorized",
                    404,
                    "Not found",
                    405,
                    "Method not allowed",
                    500,
                    "An unexpected error occurred",
                    502,
                    "Bad gateway",
                    503,
                    "Service unavailable");

    @Override
    public @Nullable Answer access(Exchange exchange, Document config) {
        String trigger = config.text("trigger");
        ProxyRequest request = exchange.request();
        boolean triggered =
                trigger == null
                        || request.header(trigger) != null
                        || request.query() != null
                                && ("&" + request.query()).contains("&" + trigger + "=");
        if (!triggered) {
            return null;
        }
        int status = (int) config.number("status_code", 503);
        String body = config.text("body");
        if (body != null) {
            String type = config.text("content_type");
            return Answer.text(
                    status, type == null ? "application/json; charset=utf-8" : type, body);
        }
        String message = config.text("message");
        return Answer.message(
                status,
                message == null ? MESSAGES.getOrDefault(status, "Service unavailable") : message);
    }
}
