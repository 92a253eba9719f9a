package io.silverback.messaging.relay;

import io.silverback.messaging.broker.Broker;
import io.silverback.messaging.database.Background;
import io.silverback.messaging.database.Wakeups;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A process that does nothing but relay. */
public final class RelayProcess {

    private RelayProcess() {}

    /** Arguments: PostgreSQL's port, bootstrap servers, schema. */
    public static void main(String[] arguments) {
        String schema = arguments[2];
        Vertx vertx = Vertx.vertx();
        Pool pool = pool(vertx, Integer.parseInt(arguments[0]), schema);
        Broker broker = new Broker(Map.of("bootstrap.servers", arguments[1]));
        Background background = new Background(vertx);
        Relay relay = new Relay(background, new BucketPass(pool, broker, schema));
        Wakeups wakeups = new Wakeups(pool, vertx, background);
        wakeups.on("silverback_outbox_" + schema, relay::wake);
        wakeups.start();
        vertx.setPeriodic(
                1_000,
                ignored ->
                        background.start("Poll", () -> relay.poll().onFailure().recoverWithNull()));
    }

    /** Starts one with the class path of this process. */
    static Process start(int postgresPort, String bootstrapServers, String schema)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayProcess.class.getName(),
                        String.valueOf(postgresPort),
                        bootstrapServers,
                        schema)
                .redirectErrorStream(true)
                .redirectOutput(File.createTempFile("relay", ".log"))
                .start();
    }

    private static Pool pool(Vertx vertx, int port, String schema) {
        PgConnectOptions options =
                new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setDatabase("postgres")
                        .setUser("postgres")
                        .setPassword("postgres")
                        .addProperty("search_path", schema);
        return Pool.newInstance(
                PgBuilder.pool()
                        .with(new PoolOptions().setMaxSize(20))
                        .connectingTo(options)
                        .using(vertx)
                        .build());
    }
}
