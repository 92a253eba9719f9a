package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        return Answer.message(401, "No API key found in request")
                .with("WWW-Authenticate", "Key realm=\"kong\"");
    }

    private @Nullable Answer withKey(Exchange exchange, Document config, String name, String key) {
        if (config.isTrue("hide_credentials")) {
            exchange.set(name, null);
        }
        Row credential = credential(exchange, "keyauth_credentials", "key", key);
        return credential == null
                ? Answer.message(401, "Invalid authentication credentials")
                : accept(exchange, credential);
    }

    private static List<String> keys(ProxyRequest request, Document config, String name) {
        List<String> header = request.headers().get(name.toLowerCase(Locale.ROOT));
        if (config.isTrue("key_in_header") && header != null) {
            return header;
        }
        return config.isTrue("key_in_query") ? inQuery(request.query(), name) : List.of();
    }

    private static List<String> inQuery(@Nullable String query, String name) {
        List<String> found = new ArrayList<>();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                if (parts.length == 2
                        && URLDecoder.decode(parts[0], StandardCharsets.UTF_8).equals(name)) {
                    found.add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
                }
            }
        }
        return found;
    }
}
