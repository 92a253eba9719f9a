package io.silverback.simulator.proxy;

import io.silverback.simulator.store.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request on its way through the plugins: what they learned and changed. */
final class Exchange {
    private final ProxyRequest request;
    private final CompiledRoute route;
    private final Map<String, List<String>> headers;
    private @Nullable Row consumer;
    private @Nullable Row credential;
    private boolean anonymous;

    Exchange(ProxyRequest request, CompiledRoute route) {
        this.request = request;
        this.route = route;
        this.headers = new LinkedHashMap<>(request.headers());
    }

    ProxyRequest request() {
        return request;
    }

    CompiledRoute route() {
        return route;
    }

    String workspace() {
        return route.row().workspace();
    }

    @Nullable Row consumer() {
        return consumer;
    }

    @Nullable String consumerId() {
        return consumer == null ? null : consumer.id();
    }

    @Nullable Row credential() {
        return credential;
    }

    boolean isAnonymous() {
        return anonymous;
    }

    /** Whether some authentication has succeeded. */
    boolean isAuthenticated() {
        return credential != null;
    }

    void authenticated(Row who, Row by) {
        consumer = who;
        credential = by;
        anonymous = false;
        tell(who);
        set(
                "X-Credential-Identifier",
                String.valueOf(by.document().getOrDefault("username", by.id())));
        headers.remove("x-anonymous-consumer");
    }

    void anonymous(Row who) {
        consumer = who;
        anonymous = true;
        tell(who);
        set("X-Anonymous-Consumer", "true");
    }

    private void tell(Row who) {
        set("X-Consumer-ID", who.id());
        set("X-Consumer-Custom-ID", who.document().text("custom_id"));
        set("X-Consumer-Username", who.document().text("username"));
    }

    /** Sets a header for the upstream; null removes it. */
    void set(String name, @Nullable String value) {
        String key = name.toLowerCase(Locale.ROOT);
        if (value == null) {
            headers.remove(key);
        } else {
            headers.put(key, new ArrayList<>(List.of(value)));
        }
    }

    /** The headers as the upstream gets them. */
    Map<String, List<String>> headers() {
        return headers;
    }
}
