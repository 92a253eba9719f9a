package io.silverback.messaging.relay;

import io.silverback.messaging.broker.Broker;
import io.silverback.messaging.event.OutgoingEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes the oldest events of one bucket to the broker. The transaction holds the bucket's lock, so
 * that no other relay is at it; an event goes only after the broker has the one before it of its
 * key, and leaves the table only after the broker has it. A deletion that a crash undoes means the
 * event once more, so it waits for no disk.
 */
@ApplicationScoped
public class BucketPass {
    private static final int MOST_EVENTS = 200;
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtext($1 || '.outbox.relay'), $2),"
                    + " set_config('synchronous_commit', 'off', true)";
    private static final String OLDEST =
            "select id, event_id, topic, source, record_key, subject, created_at, traceparent,"
                    + " signature, body from outbox where bucket = $1 order by id limit "
                    + MOST_EVENTS;
    private static final String DELETE = "delete from outbox where id = any($1)";
    private static final String WAITING = "select distinct bucket from outbox";

    /** Whether the bucket may hold more. */
    enum Outcome {
        MORE,
        NOTHING_MORE
    }

    private record Queued(long id, OutgoingEvent event) {}

    private final Pool pool;
    private final Broker broker;
    private final String schema;

    /** Passes over the outbox of {@code schema}. */
    public BucketPass(
            Pool pool, Broker broker, @ConfigProperty(name = "silverback.schema") String schema) {
        this.pool = pool;
        this.broker = broker;
        this.schema = schema;
    }

    Uni<Outcome> over(int bucket) {
        return pool.withTransaction(connection -> lockAndSend(connection, bucket));
    }

    Uni<List<Integer>> waiting() {
        return pool.query(WAITING)
                .execute()
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(r -> r.getInteger(0))
                                        .toList());
    }

    private Uni<Outcome> lockAndSend(SqlConnection connection, int bucket) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(schema, bucket))
                .chain(
                        locked ->
                                locked.iterator().next().getBoolean(0)
                                        ? send(connection, bucket)
                                        : Uni.createFrom().item(Outcome.NOTHING_MORE));
    }

    private Uni<Outcome> send(SqlConnection connection, int bucket) {
        return connection
                .preparedQuery(OLDEST)
                .execute(Tuple.of(bucket))
                .map(BucketPass::queued)
                .chain(
                        queued ->
                                queued.isEmpty()
                                        ? Uni.createFrom().item(Outcome.NOTHING_MORE)
                                        : sendAll(connection, queued));
    }

    private Uni<Outcome> sendAll(SqlConnection connection, List<Queued> queued) {
        Map<String, List<Queued>> byKey = new LinkedHashMap<>();
        queued.forEach(
                one -> byKey.computeIfAbsent(one.event().key(), k -> new ArrayList<>()).add(one));
        Queue<Long> sent = new ConcurrentLinkedQueue<>();
        List<Uni<Void>> chains = byKey.values().stream().map(key -> inOrder(key, sent)).toList();
        return Uni.join()
                .all(chains)
                .andCollectFailures()
                .onItemOrFailure()
                .transformToUni(
                        (done, failure) ->
                                delete(connection, sent)
                                        .map(ignored -> outcome(queued, failure != null)));
    }

    private static Outcome outcome(List<Queued> queued, boolean failed) {
        return !failed && queued.size() == MOST_EVENTS ? Outcome.MORE : Outcome.NOTHING_MORE;
    }

    private Uni<Void> inOrder(List<Queued> ofOneKey, Queue<Long> sent) {
        return Multi.createFrom()
                .iterable(ofOneKey)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> broker.send(one.event().toRecord()).invoke(() -> sent.add(one.id())))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Uni<Void> delete(SqlConnection connection, Queue<Long> sent) {
        return sent.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(DELETE)
                        .execute(Tuple.of(sent.toArray(Long[]::new)))
                        .replaceWithVoid();
    }

    private static List<Queued> queued(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(BucketPass::queued).toList();
    }

    private static Queued queued(Row row) {
        return new Queued(
                row.getLong("id"),
                new OutgoingEvent(
                        row.getString("event_id"),
                        row.getString("topic"),
                        row.getString("source"),
                        row.getString("record_key"),
                        row.getString("subject"),
                        row.getOffsetDateTime("created_at").toInstant(),
                        row.getString("traceparent"),
                        row.getString("signature"),
                        row.getString("body")));
    }
}
