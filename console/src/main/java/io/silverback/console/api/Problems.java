package io.silverback.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.silverback.console.storage.DatabaseAway;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.hibernate.HibernateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what went wrong into problem documents; no internals in them. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        return refusal.problem().response();
    }

    @ServerExceptionMapper
    Response away(DatabaseAway away) {
        return Problem.unavailable().response();
    }

    @ServerExceptionMapper({HibernateException.class, PgException.class, IOException.class})
    Response unavailable(Exception fault) {
        LOG.warnf("Request failed: %s", fault.getMessage());
        return Problem.unavailable().response();
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException fault) {
        return Problem.requestRefused(
                        "the body is no JSON as it is asked for: " + fault.getOriginalMessage())
                .response();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException fault) {
        int status = fault.getResponse().getStatus();
        String title = Response.Status.fromStatusCode(status).getReasonPhrase();
        return Problem.of(status, "request-refused", title, "the request is refused: " + title)
                .response();
    }
}
