package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What all authentication plugins share: anonymous consumers, and finding who owns a credential.
 */
abstract class Authentication implements Enforcer {
    private final Database database;
    private final Clock clock;

    Authentication(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public final @Nullable Answer access(Exchange exchange, Document config) {
        String anonymous = config.text("anonymous");
        if (anonymous != null && exchange.isAuthenticated()) {
            return null;
        }
        Answer refusal = authenticate(exchange, config);
        if (refusal == null || anonymous == null) {
            return refusal;
        }
        Row consumer = consumer(exchange, anonymous);
        if (consumer == null) {
            return Answer.message(500, "An unexpected error occurred");
        }
        exchange.anonymous(consumer);
        return null;
    }

    abstract @Nullable Answer authenticate(Exchange exchange, Document config);

    /** The living credential with that unique value, or null. */
    @Nullable Row credential(Exchange exchange, String entity, String field, String value) {
        Row row = database.table(entity, exchange.workspace()).find(field, value);
        return row != null && row.livesAt(clock.millis()) ? row : null;
    }

    /** The time, in milliseconds. */
    long now() {
        return clock.millis();
    }

    /** The database, for those who look up more than one credential. */
    Database database() {
        return database;
    }

    /** Takes a credential's consumer as the one who sends the request. */
    @Nullable Answer accept(Exchange exchange, Row credential, String identifier) {
        String id = credential.document().reference("consumer");
        Row consumer =
                id == null ? null : database.table("consumers", exchange.workspace()).get(id);
        if (consumer == null) {
            return Answer.message(500, "An unexpected error occurred");
        }
        exchange.authenticated(consumer, credential, identifier);
        return null;
    }

    private @Nullable Row consumer(Exchange exchange, String idOrName) {
        var consumers = database.table("consumers", exchange.workspace());
        Row row = consumers.get(idOrName);
        return row == null ? consumers.find("username", idOrName) : row;
    }
}
