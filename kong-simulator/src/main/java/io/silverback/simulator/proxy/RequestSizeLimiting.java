package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import org.jspecify.annotations.Nullable;

/** The plugin request-size-limiting. A kilobyte is 1,024 bytes. */
final class RequestSizeLimiting implements Enforcer {
    private static final String MESSAGE = "Request size limit exceeded";

    @Override
    public @Nullable Answer access(Exchange exchange, Document config) {
        ProxyRequest request = exchange.request();
        String announced = request.header("Content-Length");
        if (announced == null && config.isTrue("require_content_length")) {
            return Answer.message(411, "A valid Content-Length header is required");
        }
        long length =
                announced != null && announced.matches("\\d{1,18}")
                        ? Long.parseLong(announced)
                        : request.body().length;
        if (length <= limit(config)) {
            return null;
        }
        boolean waits = "100-continue".equalsIgnoreCase(request.header("Expect"));
        return Answer.message(waits ? 417 : 413, MESSAGE);
    }

    private static long limit(Document config) {
        long size = config.number("allowed_payload_size", 128);
        String unit = config.text("size_unit");
        return "bytes".equals(unit) ? size : "kilobytes".equals(unit) ? size << 10 : size << 20;
    }
}
