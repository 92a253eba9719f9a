package io.silverback.simulator.conformance;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One recorded request and its answer.
 *
 * @param redacted whether a private key was taken out of it, even if another stands there now
 */
record Exchange(String name, boolean redacted, Asked asked, Answer answer) {

    /** What was sent; a body is text. */
    record Asked(String method, String path, @Nullable String contentType, @Nullable String body) {}

    /** What came back: headers as pairs, in their order. */
    record Answer(int status, List<List<String>> headers, String body) {
        List<String> header(String name) {
            return headers.stream()
                    .filter(pair -> pair.get(0).equalsIgnoreCase(name))
                    .map(pair -> pair.get(1))
                    .toList();
        }

        Answer withBody(String changed) {
            return new Answer(status, headers, changed);
        }
    }

    static Exchange parse(String line) {
        Map<?, ?> record = Json.object(line.getBytes(StandardCharsets.UTF_8));
        Document whole = Document.of(Objects.requireNonNull(record, line));
        Document request = whole.document("request");
        Document response = whole.document("response");
        String body = response.text("body");
        return new Exchange(
                String.valueOf(whole.get("name")),
                whole.isTrue("redacted"),
                new Asked(
                        String.valueOf(request.get("method")),
                        String.valueOf(request.get("path")),
                        request.document("headers").text("Content-Type"),
                        request.text("body")),
                new Answer(
                        (int) response.number("status", 0),
                        response.list("headers").stream().map(Exchange::pair).toList(),
                        body == null ? "" : body));
    }

    private static List<String> pair(Object header) {
        List<?> pair = (List<?>) header;
        return List.of(String.valueOf(pair.get(0)), String.valueOf(pair.get(1)));
    }
}
