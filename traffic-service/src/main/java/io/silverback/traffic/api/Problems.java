package io.silverback.traffic.api;

import io.silverback.traffic.canary.RecordAwayException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Puts failures into problem documents. */
final class Problems {

    private static final String PROBLEM_JSON = "application/problem+json";

    @ServerExceptionMapper
    Response problem(ProblemException fault) {
        return answer(fault.problem());
    }

    @ServerExceptionMapper
    Response away(RecordAwayException fault) {
        return answer(
                Problem.of(
                        "unavailable",
                        "Unavailable",
                        503,
                        "the record can't be reached; cutovers known to this instance can still"
                                + " be rolled back"));
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status()).type(PROBLEM_JSON).entity(problem).build();
    }
}
