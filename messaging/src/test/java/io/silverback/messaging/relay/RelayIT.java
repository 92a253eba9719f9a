package io.silverback.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.silverback.messaging.testing.EmbeddedBroker;
import io.silverback.messaging.testing.EmbeddedKeysets;
import io.silverback.messaging.testing.EmbeddedPostgres;
import io.silverback.messaging.testing.Topics;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real relay processes on a real broker and a real database. */
class RelayIT {
    private static final String SCHEMA = "relay_it";
    private static final Duration LONG = Duration.ofMinutes(8);
    private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres postgres;
    private static PausableProxy proxy;
    private static EmbeddedBroker broker;
    private static Topics topics;

    private final List<Process> relays = new ArrayList<>();
    private final String topic = "t-" + UUID.randomUUID();

    @BeforeAll
    static void startParts() {
        postgres = EmbeddedPostgres.startDurable();
        proxy = new PausableProxy();
        broker = EmbeddedBroker.start(proxy::before);
        topics = new Topics(broker.bootstrapServers(), EmbeddedKeysets.create().resolve("private"));
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .schemas(SCHEMA)
                .locations("db/messaging")
                .load()
                .migrate();
    }

    @AfterAll
    static void stopParts() throws IOException {
        topics.close();
        broker.close();
        proxy.close();
        postgres.close();
    }

    @AfterEach
    void stopRelays() {
        relays.forEach(Process::destroyForcibly);
    }

    @Test
    void twoRelaysKeepEachKeysOrderThroughPausesAndACrashOfTheDatabase() throws Exception {
        int keys = 100;
        int events = 1_000;
        startRelay();
        startRelay();
        List<Thread> writers =
                IntStream.range(0, 4)
                        .mapToObj(one -> new Thread(() -> write(keys, events, one, 4)))
                        .toList();
        writers.forEach(Thread::start);
        silenceFor(Duration.ofSeconds(2));
        await().atMost(LONG).until(() -> waiting() < keys * events / 2 && anyoneWrote());
        silenceFor(Duration.ofSeconds(12));
        for (Thread writer : writers) {
            writer.join();
        }
        killABackend();

        awaitEmptyOutbox();
        Map<String, List<Integer>> first = firstDeliveries();
        assertThat(first).hasSize(keys);
        assertThat(first.values())
                .allSatisfy(
                        numbers ->
                                assertThat(numbers)
                                        .isEqualTo(IntStream.range(0, events).boxed().toList()));
    }

    @Test
    void aCrashBetweenCommitAndAcknowledgementLosesNothing() throws Exception {
        write(1, 1, 0, 1);
        startRelay();
        awaitEmptyOutbox();
        proxy.silence();
        write(3, 20, 0, 1);
        await().atMost(LONG).until(() -> relays.get(0).isAlive() && lockedBuckets() > 0);
        relays.get(0).destroyForcibly().waitFor();
        proxy.speak();
        assertThat(waiting()).isPositive();

        startRelay();
        awaitEmptyOutbox();
        assertThat(firstDeliveries())
                .allSatisfy(
                        (key, numbers) ->
                                assertThat(numbers)
                                        .isEqualTo(IntStream.range(0, 20).boxed().toList()));
    }

    private void startRelay() throws IOException {
        relays.add(RelayProcess.start(postgres.getPort(), broker.bootstrapServers(), SCHEMA));
    }

    private static void silenceFor(Duration pause) {
        proxy.silence();
        await().pollDelay(pause).atMost(pause.plusSeconds(5)).until(() -> true);
        proxy.speak();
    }

    /** Every writer has its own keys, and commits ten events at a time, interleaved by key. */
    private void write(int keys, int events, int writer, int writers) {
        try (Connection connection = connect();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into outbox (event_id, topic, source, record_key, subject,"
                                        + " created_at, body) values (?, ?, 'test', ?, 's', now(), ?)")) {
            connection.setAutoCommit(false);
            for (int number = 0; number < events; number++) {
                for (int key = writer; key < keys; key += writers) {
                    insert.setString(1, UUID.randomUUID().toString());
                    insert.setString(2, topic);
                    insert.setString(3, "key-" + key);
                    insert.setString(4, String.valueOf(number));
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, List<Integer>> firstDeliveries() {
        Map<String, List<Integer>> first = new HashMap<>();
        for (ConsumerRecord<String, byte[]> heard : topics.records(topic)) {
            List<Integer> numbers = first.computeIfAbsent(heard.key(), key -> new ArrayList<>());
            Integer number = Integer.valueOf(new String(heard.value()));
            // What was delivered in order is 0..n-1, so a repetition is a number below n.
            if (number >= numbers.size()) {
                numbers.add(number);
            }
        }
        return first;
    }

    private static void awaitEmptyOutbox() {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> waiting() == 0);
    }

    private static boolean anyoneWrote() throws SQLException {
        return number("select last_value from " + SCHEMA + ".outbox_id") > 1_000;
    }

    private static long waiting() throws SQLException {
        return number("select count(*) from " + SCHEMA + ".outbox");
    }

    private static long lockedBuckets() throws SQLException {
        return number("select count(*) from pg_locks where locktype = 'advisory'");
    }

    /** PostgreSQL answers the violent death of a backend with a crash restart of all. */
    private static void killABackend() throws SQLException {
        long pid =
                number(
                        "select max(pid) from pg_stat_activity where backend_type ="
                                + " 'client backend' and pid <> pg_backend_pid()");
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("copy (select 1) to program 'kill -9 " + pid + "'");
        } catch (SQLException e) {
            // This connection goes down with all others.
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Connection connect() throws SQLException {
        Connection connection = postgres.getPostgresDatabase().getConnection();
        connection.setSchema(SCHEMA);
        return connection;
    }
}
