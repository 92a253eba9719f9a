package io.silverback.messaging;

import io.silverback.messaging.database.Contexts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Transactions from any thread, each on a session and an event loop context of its own. */
@ApplicationScoped
public class Transactions {
    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;

    /** Transactions of {@code sessions} on event loops of {@code vertx}. */
    public Transactions(Mutiny.SessionFactory sessions, Vertx vertx) {
        this.sessions = sessions;
        this.vertx = vertx;
    }

    /** Commits with the item of {@code work}, rolls back with its failure. */
    public <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> runOn(Contexts.fresh(vertx), work));
    }

    private <T> Uni<T> runOn(Context own, Function<Mutiny.Session, Uni<T>> work) {
        Context caller = Vertx.currentContext();
        Uni<T> result =
                Uni.createFrom()
                        .deferred(() -> sessions.withTransaction(work))
                        .runSubscriptionOn(Contexts.executor(own));
        return caller == null ? result : result.emitOn(Contexts.executor(caller));
    }
}
