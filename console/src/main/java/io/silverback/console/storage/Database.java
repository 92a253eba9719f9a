package io.silverback.console.storage;

import io.silverback.messaging.Transactions;
import io.silverback.messaging.database.Schema;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Transactions for whoever waits for an answer: they fail soon when PostgreSQL is away. */
@ApplicationScoped
public class Database {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final Schema schema;

    Database(Transactions transactions, Schema schema) {
        this.transactions = transactions;
        this.schema = schema;
    }

    /** Commits with the item of {@code work}; fails at once while the tables are not there. */
    public <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
        return schema.isReady()
                ? transactions.run(work).ifNoItem().after(PATIENCE).failWith(DatabaseAway::new)
                : Uni.createFrom().failure(DatabaseAway::new);
    }
}
