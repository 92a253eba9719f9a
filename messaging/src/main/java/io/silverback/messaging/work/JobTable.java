package io.silverback.messaging.work;

import io.silverback.messaging.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The statements of a job's owner. Time is the database's. */
@ApplicationScoped
class JobTable {
    private static final String TAKE =
            """
            update job set owner = $1, token = token + 1,
                lease_until = clock_timestamp() + $2 * interval '1 millisecond'
            where id in (
                select id from job
                where run_at <= clock_timestamp() and kind = any($3)
                    and (lease_until is null or lease_until < clock_timestamp())
                order by run_at, id limit $4 for update skip locked)
            returning id, kind, subject_id, generation, payload, traceparent, token, failures,
                gave_up, failure
            """;
    private static final String OWNED = " where id = $1 and token = $2";
    private static final String RENEW =
            "update job set lease_until = clock_timestamp() + $3 * interval '1 millisecond'"
                    + OWNED;
    private static final String GIVE_BACK =
            "update job set owner = null, lease_until = null, failures = $4, run_at ="
                    + " clock_timestamp() + $3 * interval '1 millisecond'"
                    + OWNED;
    private static final String GIVE_UP = "update job set gave_up = true, failure = $3" + OWNED;

    private final Pool pool;
    private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    JobTable(Pool pool) {
        this.pool = pool;
    }

    Uni<List<TakenJob>> take(Set<String> kinds, int most, Duration lease) {
        long now = System.nanoTime();
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(owner, lease.toMillis(), kinds.toArray(String[]::new), most))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> taken(row, now))
                                        .toList());
    }

    /** Whether the job is still ours, for another {@code lease}. */
    Uni<Boolean> renew(TakenJob taken, Duration lease) {
        return owned(RENEW, Tuple.of(taken.job().id(), taken.token(), lease.toMillis()));
    }

    /** Whether the job was still ours; it may be taken again after {@code delay}. */
    Uni<Boolean> giveBack(TakenJob taken, Duration delay, int failures) {
        return owned(
                GIVE_BACK, Tuple.of(taken.job().id(), taken.token(), delay.toMillis(), failures));
    }

    /** Notes that only the end of the job is left to be done. */
    Uni<Boolean> giveUp(TakenJob taken, String failure) {
        return owned(GIVE_UP, Tuple.of(taken.job().id(), taken.token(), failure));
    }

    private Uni<Boolean> owned(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(RowSet::rowCount).map(n -> n > 0);
    }

    private static TakenJob taken(Row row, long now) {
        Job job =
                new Job(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("subject_id"),
                        row.getLong("generation"),
                        row.getString("payload"),
                        row.getInteger("failures") + 1);
        return new TakenJob(
                job,
                row.getLong("token"),
                now,
                row.getString("traceparent"),
                row.getBoolean("gave_up"),
                row.getString("failure"));
    }
}
