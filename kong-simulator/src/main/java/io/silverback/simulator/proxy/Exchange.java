package io.silverback.simulator.proxy;

import io.silverback.simulator.faults.Faults.Party;
import io.silverback.simulator.proxy.Plugins.Bound;
import io.silverback.simulator.store.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request on its way through the plugins: what they learned and changed. */
public final class Exchange {
    private final ProxyRequest request;
    private final @Nullable MatchedRoute matched;
    private final String workspace;
    private final long begin;
    private final UpstreamCall call;
    private final Headers added = new Headers();
    private final List<Step> steps = new ArrayList<>(4);
    private @Nullable Row consumer;
    private @Nullable Row credential;
    private boolean anonymous;
    private @Nullable Answer early;
    private long left;
    private long came;
    private long finished;

    /** A plugin that runs again when there is an answer. */
    record Step(Enforcer enforcer, Bound plugin) {}

    Exchange(ProxyRequest request, @Nullable MatchedRoute matched, String workspace, long begin) {
        this.request = request;
        this.matched = matched;
        this.workspace = workspace;
        this.begin = begin;
        this.call = UpstreamCall.of(request, matched);
    }

    ProxyRequest request() {
        return request;
    }

    @Nullable MatchedRoute matched() {
        return matched;
    }

    String workspace() {
        return workspace;
    }

    /** Who the request is for and from, by names and ids. */
    public Party party() {
        return new Party(names(route(), "name"), names(consumer, "username"));
    }

    private static List<String> names(@Nullable Row row, String field) {
        return row == null
                ? List.of()
                : List.of(row.id(), String.valueOf(row.document().get(field)));
    }

    /** When the request came, in milliseconds. */
    long begin() {
        return begin;
    }

    /** Notes that the request goes to its target. */
    void leaves(long now) {
        left = now;
        came = now;
    }

    /** Notes that there is an answer, here or from the target. */
    void comesBack(long now) {
        came = left == 0 ? 0 : now;
        finished = now;
    }

    /** How long the request took here in all. */
    long tookMillis() {
        return finished - begin;
    }

    /** How long the target took; 0 when it was not asked. */
    long upstreamMillis() {
        return came - left;
    }

    /** How long the request took without its target. */
    long gatewayMillis() {
        return tookMillis() - upstreamMillis();
    }

    @Nullable Row route() {
        return matched == null ? null : matched.route().row();
    }

    @Nullable Row service() {
        return matched == null ? null : matched.service();
    }

    /** What goes to the upstream. */
    public UpstreamCall call() {
        return call;
    }

    /** The answer that ended the request before it went on, or null. */
    public @Nullable Answer early() {
        return early;
    }

    /** Ends the request here: the first answer stays. */
    void endWith(Answer answer) {
        if (early == null) {
            early = answer;
        }
    }

    List<Step> steps() {
        return steps;
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

    void authenticated(Row who, Row by, String identifier) {
        consumer = who;
        credential = by;
        anonymous = false;
        tell(who);
        set("X-Credential-Identifier", identifier);
        set("X-Anonymous-Consumer", null);
    }

    void anonymous(Row who) {
        consumer = who;
        anonymous = true;
        tell(who);
        set("X-Credential-Identifier", null);
        set("X-Anonymous-Consumer", "true");
    }

    private void tell(Row who) {
        set("X-Consumer-ID", who.id());
        set("X-Consumer-Custom-ID", who.document().text("custom_id"));
        set("X-Consumer-Username", who.document().text("username"));
    }

    /** Sets a header for the upstream; null removes it. */
    void set(String name, @Nullable String value) {
        call.headers().set(name, value);
    }

    /** Headers that the answer will carry. */
    Headers added() {
        return added;
    }
}
