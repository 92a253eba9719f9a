package io.silverback.cli.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An answer in RFC 9457's {@code application/problem+json}, or what stands in for one. */
public record Problem(
        String type, String title, int status, String detail, List<FieldError> errors) {

    /**
     * A field of the request and why it is refused; an empty field means the request as a whole.
     */
    public record FieldError(String field, String reason) {
        private String line() {
            return field.isEmpty() ? "  " + reason : "  " + field + ": " + reason;
        }
    }

    static Problem of(String peer, int status, String body) {
        try {
            JsonNode problem = Json.MAPPER.readTree(body);
            return problem.isObject() ? read(problem, status) : unexplained(peer, status);
        } catch (JsonProcessingException e) {
            return unexplained(peer, status);
        }
    }

    private static Problem read(JsonNode problem, int status) {
        String title = problem.path("title").asText("Refused");
        return new Problem(
                problem.path("type").asText("about:blank"),
                title,
                status,
                problem.path("detail").asText(title),
                StreamSupport.stream(problem.path("errors").spliterator(), false)
                        .map(e -> new FieldError(text(e, "field"), text(e, "reason")))
                        .toList());
    }

    private static Problem unexplained(String peer, int status) {
        String detail = "The " + peer + " answered with status " + status + " and no reason";
        return new Problem("about:blank", "Refused", status, detail, List.of());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    /** The detail as a sentence, then one line for each field. */
    String sentence() {
        String end = errors.isEmpty() ? "." : ":\n";
        String sentence = detail.endsWith(".") || detail.endsWith(":") ? detail : detail + end;
        return sentence + errors.stream().map(FieldError::line).collect(Collectors.joining("\n"));
    }
}
