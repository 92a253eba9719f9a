package io.silverback.dump.api;

import io.silverback.dump.backup.BackupStopped;
import io.vertx.core.VertxException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.hibernate.HibernateException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Errors as problems, without anything of the inside. */
class Problems {

    @ServerExceptionMapper
    Response notKnown(NotKnown failure) {
        return Problem.of(404, "not-found", "Not found", String.valueOf(failure.getMessage()));
    }

    @ServerExceptionMapper
    Response stopped(BackupStopped failure) {
        return Problem.of(409, "backup-refused", "Refused", String.valueOf(failure.getMessage()));
    }

    @ServerExceptionMapper
    Response noSuchPath(NotFoundException failure) {
        return Problem.of(404, "not-found", "Not found", "Nothing is at this path.");
    }

    @ServerExceptionMapper({HibernateException.class, IOException.class, VertxException.class})
    Response databaseAway(Throwable failure) {
        return Problem.of(503, "unavailable", "Unavailable", "The database does not answer.");
    }
}
