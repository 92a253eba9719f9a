package io.silverback.messaging.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Hears NOTIFY on a connection of its own, and connects again when it breaks. */
@ApplicationScoped
public class Wakeups {
    private static final Logger LOG = Logger.getLogger(Wakeups.class);
    private static final long RECONNECT_MILLIS = 1_000;
    private static final long PROBE_MILLIS = 10_000;

    private final Pool pool;
    private final Vertx vertx;
    private final Background background;
    private final Map<String, Consumer<String>> listeners = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    /** Listens by a connection of {@code pool}. */
    public Wakeups(Pool pool, Vertx vertx, Background background) {
        this.pool = pool;
        this.vertx = vertx;
        this.background = background;
    }

    /**
     * {@code listener} gets each payload on {@code channel}, and "" whenever some may be missed.
     */
    public void on(String channel, Consumer<String> listener) {
        listeners.put(channel, listener);
    }

    /** Starts to listen; call once, after the listeners are known. */
    public void start() {
        background.start("Listening to PostgreSQL", this::connect);
    }

    /** Ends listening. */
    public void stop() {
        stopped = true;
    }

    private Uni<Void> connect() {
        return pool.getConnection()
                .chain(this::listen)
                .onFailure()
                .invoke(this::connectLater)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> listen(SqlConnection connection) {
        PgConnection postgres = PgConnection.cast(connection.getDelegate());
        postgres.notificationHandler(
                heard -> wake(heard.getChannel(), String.valueOf(heard.getPayload())));
        postgres.closeHandler(ignored -> connectLater(null));
        return connection
                .query(listenToAll())
                .execute()
                .invoke(() -> listeners.keySet().forEach(channel -> wake(channel, "")))
                .invoke(() -> probeEvery(connection))
                .replaceWithVoid()
                .onFailure()
                .call(connection::close);
    }

    private String listenToAll() {
        StringBuilder sql = new StringBuilder();
        listeners.keySet().forEach(channel -> sql.append("listen \"" + channel + "\";"));
        return sql.toString();
    }

    private void wake(String channel, String payload) {
        Consumer<String> listener = listeners.get(channel);
        if (listener != null) {
            listener.accept(payload);
        }
    }

    /** A connection that died without a word is only found by asking. */
    private void probeEvery(SqlConnection connection) {
        vertx.setTimer(PROBE_MILLIS, ignored -> background.start("Probe", () -> probe(connection)));
    }

    private Uni<Void> probe(SqlConnection connection) {
        return connection
                .query("select 1")
                .execute()
                .ifNoItem()
                .after(java.time.Duration.ofMillis(PROBE_MILLIS))
                .fail()
                .invoke(() -> probeEvery(connection))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(() -> connection.close().onFailure().recoverWithNull());
    }

    private void connectLater(@org.jspecify.annotations.Nullable Throwable cause) {
        if (!stopped) {
            LOG.debugf(cause, "Listening again in %d ms", RECONNECT_MILLIS);
            vertx.setTimer(RECONNECT_MILLIS, ignored -> start());
        }
    }
}
