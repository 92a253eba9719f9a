package io.silverback.messaging.database;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Hears NOTIFY on a connection of its own, and connects again when it breaks. */
@ApplicationScoped
public class Wakeups {
    private static final Logger LOG = Logger.getLogger(Wakeups.class);
    private static final Duration RECONNECT = Duration.ofSeconds(1);
    private static final Duration PROBE = Duration.ofSeconds(10);

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
        AtomicBoolean lost = new AtomicBoolean();
        return pool.getConnection()
                .chain(connection -> listen(connection, lost))
                .onFailure()
                .invoke(cause -> connectLater(lost))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> listen(SqlConnection connection, AtomicBoolean lost) {
        PgConnection postgres = PgConnection.cast(connection.getDelegate());
        postgres.notificationHandler(
                heard -> wake(heard.getChannel(), String.valueOf(heard.getPayload())));
        postgres.closeHandler(ignored -> connectLater(lost));
        return connection
                .query(listenToAll())
                .execute()
                .invoke(() -> listeners.keySet().forEach(channel -> wake(channel, "")))
                .invoke(() -> probeLater(connection, lost))
                .replaceWithVoid()
                .onFailure()
                .call(() -> giveBack(connection));
    }

    private String listenToAll() {
        return listeners.keySet().stream()
                .map(channel -> "listen \"" + channel + "\"")
                .collect(Collectors.joining(";"));
    }

    private void wake(String channel, String payload) {
        Consumer<String> listener = listeners.get(channel);
        if (listener != null) {
            listener.accept(payload);
        }
    }

    /** A connection that died without a word is only found by asking. */
    private void probeLater(SqlConnection connection, AtomicBoolean lost) {
        vertx.setTimer(
                PROBE.toMillis(),
                ignored -> background.start("Probe", () -> probe(connection, lost)));
    }

    private Uni<Void> probe(SqlConnection connection, AtomicBoolean lost) {
        if (lost.get()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .query("select 1")
                .execute()
                .ifNoItem()
                .after(PROBE)
                .fail()
                .invoke(() -> probeLater(connection, lost))
                .replaceWithVoid()
                .onFailure()
                .invoke(cause -> connectLater(lost))
                .onFailure()
                .recoverWithUni(() -> giveBack(connection));
    }

    private static Uni<Void> giveBack(SqlConnection connection) {
        return connection.close().onFailure().recoverWithNull();
    }

    /** Once for each lost connection, however often its loss is noticed. */
    private void connectLater(AtomicBoolean lost) {
        if (!stopped && lost.compareAndSet(false, true)) {
            LOG.debugf("Listening again in %s", RECONNECT);
            vertx.setTimer(RECONNECT.toMillis(), ignored -> start());
        }
    }
}
