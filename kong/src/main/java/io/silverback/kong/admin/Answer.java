package io.silverback.kong.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.kong.admin.AdminApiException.Fault;
import java.net.URI;

/** One answer and what it means. */
record Answer(String gateway, AdminRequest request, URI url, int status, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isMissing() {
        return status == 404;
    }

    /** The body of a success; every other answer is an exception. */
    JsonNode json() {
        AdminApiException fault = fault();
        if (fault != null) {
            throw fault;
        }
        return body.isEmpty() ? JSON.createObjectNode() : parsed();
    }

    /** The exception that this answer amounts to, or null for a success. */
    @org.jspecify.annotations.Nullable
    AdminApiException fault() {
        if (status < 300) {
            return null;
        }
        return switch (status) {
            case 401 ->
                    failure(Fault.UNAUTHORIZED, "401, the Kong-Admin-Token is missing or wrong");
            case 403 -> failure(Fault.FORBIDDEN, "403, the token lacks the right to " + request);
            case 404 -> failure(Fault.NOT_FOUND, "404, there is no " + request.path());
            case 429 -> failure(Fault.OVERLOADED, "429, too many requests");
            default -> status >= 500 ? broken() : refused();
        };
    }

    private AdminApiException broken() {
        return failure(Fault.OVERLOADED, status + ", " + KongReason.of(body));
    }

    private AdminApiException refused() {
        return failure(Fault.REFUSED, status + ", " + KongReason.of(body));
    }

    private JsonNode parsed() {
        String start = body.stripLeading();
        if (start.startsWith("<")) {
            throw failure(Fault.NOT_JSON, "it answered HTML instead of JSON");
        }
        try {
            return JSON.readTree(body);
        } catch (JsonEOFException e) {
            throw failure(
                    Fault.HALF_PAGE,
                    "half a page, its JSON ends after " + body.length() + " characters");
        } catch (JsonProcessingException e) {
            throw failure(Fault.NOT_JSON, "it answered something that is not JSON");
        }
    }

    private AdminApiException failure(Fault fault, String reason) {
        return new AdminApiException(gateway, url, fault, status, reason);
    }

    @Override
    public String toString() {
        return request + " " + status;
    }
}
