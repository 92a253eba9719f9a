package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plugin key-auth: a key in a header or in the query. */
final class KeyAuth extends Authentication {
    KeyAuth(Database database, Clock clock) {
        super(database, clock);
    }

    @Override
    @Nullable Answer authenticate(Exchange exchange, Document config) {
        if (exchange.request().method().equals("OPTIONS") && !config.isTrue("run_on_preflight")) {
            return null;
        }
        for (Object name : config.list("key_names")) {
            List<String> keys = keys(exchange.request(), config, String.valueOf(name));
            if (keys.size() > 1) {
                return Answer.message(401, "Duplicate API key found");
            }
            if (!keys.isEmpty() && !keys.get(0).isEmpty()) {
                return withKey(exchange, config, String.valueOf(name), keys.get(0));
            }
        }
        exchange.added().set("WWW-Authenticate", "Key realm=\"kong\"");
        return Answer.message(401, "No API key found in request");
    }

    private @Nullable Answer withKey(Exchange exchange, Document config, String name, String key) {
        if (config.isTrue("hide_credentials")) {
            hide(exchange, name);
        }
        Row credential = credential(exchange, "keyauth_credentials", "key", key);
        return credential == null
                ? Answer.message(401, "Invalid authentication credentials")
                : accept(exchange, credential, credential.id());
    }

    private static void hide(Exchange exchange, String name) {
        exchange.set(name, null);
        String query = exchange.call().query();
        if (query != null) {
            exchange.call().query(Parameters.ofQuery(query).without(name));
        }
    }

    private static List<String> keys(ProxyRequest request, Document config, String name) {
        if (config.isTrue("key_in_header") && request.headers().has(name)) {
            return request.headers().all(name);
        }
        if (config.isTrue("key_in_query")) {
            List<String> found = Parameters.ofQuery(request.query()).all(name);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return config.isTrue("key_in_body") ? Parameters.ofBody(request).all(name) : List.of();
    }
}
