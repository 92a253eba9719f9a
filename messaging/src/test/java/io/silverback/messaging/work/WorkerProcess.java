package io.silverback.messaging.work;

import io.silverback.messaging.Job;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.Lease;
import io.silverback.messaging.Transactions;
import io.silverback.messaging.database.Background;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process that takes jobs and never ends them. */
@SuppressWarnings("NullAway") // it never begins a transaction
public final class WorkerProcess {

    private WorkerProcess() {}

    /** Arguments: PostgreSQL's URI, schema, length of a lease in milliseconds. */
    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        PgConnectOptions options =
                PgConnectOptions.fromUri(arguments[0])
                        .setUser("postgres")
                        .setPassword("postgres")
                        .addProperty("search_path", arguments[1]);
        Pool pool = Pool.newInstance(PgBuilder.pool().connectingTo(options).using(vertx).build());
        Worker worker =
                new Worker(
                        List.of(new Endless()),
                        new JobTable(pool),
                        new Settings(Duration.ofMillis(Long.parseLong(arguments[2]))),
                        new Background(vertx),
                        new Transactions(null, vertx),
                        vertx);
        vertx.setPeriodic(20, ignored -> worker.wake());
    }

    static Process start(String uri, String schema, Duration lease) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkerProcess.class.getName(),
                        uri,
                        schema,
                        String.valueOf(lease.toMillis()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private record Settings(Duration lease) implements JobSettings {
        @Override
        public int concurrency() {
            return 1;
        }

        @Override
        public int attempts() {
            return 5;
        }

        @Override
        public Duration backOff() {
            return Duration.ofSeconds(1);
        }
    }

    private static final class Endless implements JobHandler {
        @Override
        public String kind() {
            return "takeover";
        }

        @Override
        public Uni<Void> run(Job job, Lease lease) {
            return Uni.createFrom().nothing();
        }
    }
}
