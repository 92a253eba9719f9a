package io.silverback.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.silverback.console.plan.Remark;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 has it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type, String title, int status, String detail, @Nullable List<Remark> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String NAMESPACE = "urn:silverback:problem:";

    static Problem of(int status, String word, String title, String detail) {
        return new Problem(NAMESPACE + word, title, status, detail, null);
    }

    static Problem planRefused(List<Remark> errors) {
        String detail =
                errors.size() == 1 ? "1 error in the plan" : errors.size() + " errors in the plan";
        return new Problem(NAMESPACE + "plan-refused", "The plan is refused", 422, detail, errors);
    }

    static Problem planIsLive(String reason) {
        return of(409, "plan-is-live", "A live plan is in the way", reason);
    }

    static Problem notFound(String what) {
        return of(404, "not-found", "Not found", what);
    }

    static Problem gateNotOpen(String detail) {
        return of(409, "gate-not-open", "The gate is not open", detail);
    }

    static Problem evidenceIsStale() {
        return of(
                409,
                "evidence-is-stale",
                "The evidence is stale",
                "the gate shows other evidence by now: look again");
    }

    static Problem requestRefused(String detail) {
        return of(400, "request-refused", "The request is refused", detail);
    }

    static Problem originRefused(String detail) {
        return of(403, "origin-refused", "The origin is refused", detail);
    }

    static Problem forbidden(String detail) {
        return of(403, "forbidden", "Forbidden", detail);
    }

    static Problem artefactRefused(String detail) {
        return of(422, "artefact-refused", "The artefact is refused", detail);
    }

    static Problem unavailable() {
        return of(
                503,
                "unavailable",
                "Not available now",
                "the console's database does not answer; `silverback rollback --direct` works"
                        + " without it");
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    Refusal refusal() {
        return new Refusal(this);
    }
}
