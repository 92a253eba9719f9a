package io.silverback.benchmarks;

import io.silverback.quickstart.environment.CannotStart;
import io.silverback.quickstart.environment.Installation;
import io.silverback.quickstart.story.TopicTail;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * From the commit that queues an event in the dump service's outbox until a consumer has it, at 100
 * a second in open loop. The console consumes and keeps each event beside it; its commit is written
 * to the disk on the same machine.
 */
final class EventsBenchmark implements Benchmark {

    private static final int RATE = 100;
    private static final String TOPIC = "command-answered";
    private static final String INSERT =
            "insert into dump.outbox (event_id, topic, source, record_key, subject, created_at, body)"
                    + " values (?, '"
                    + TOPIC
                    + "', 'benchmark', ?, 'benchmark', clock_timestamp(), ?)";

    private final Installation installation;

    EventsBenchmark(Installation installation) {
        this.installation = installation;
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public List<Figure> measure(boolean quick)
            throws CannotStart, IOException, InterruptedException {
        int warm = quick ? 300 : 3000;
        int events = quick ? 500 : 6000;
        try (Bench bench = Bench.start(installation);
                TopicTail topics =
                        new TopicTail(bench.environment().bootstrapServers(), List.of(TOPIC))) {
            hop(bench, topics, warm);
            Histogram hops = hop(bench, topics, events);
            return List.of(
                    new Figure(
                            name(),
                            "event_hop_p99_ms",
                            hops.getValueAtPercentile(99) / 1000.0,
                            "ms",
                            Figure.Bound.below(50),
                            events + " events at " + RATE + "/s after " + warm));
        }
    }

    private static Histogram hop(Bench bench, TopicTail topics, int events) throws IOException {
        CompletableFuture<Map<String, Long>> sender =
                CompletableFuture.supplyAsync(() -> send(bench, events));
        Map<String, Long> arrived = new HashMap<>();
        long end = System.nanoTime() + Duration.ofSeconds(60 + events / RATE).toNanos();
        while (arrived.size() < events && System.nanoTime() < end) {
            for (TopicTail.Line line : topics.poll(Duration.ofMillis(100))) {
                arrived.putIfAbsent(line.key(), System.nanoTime());
            }
        }
        if (arrived.size() < events) {
            throw new IOException(arrived.size() + " of " + events + " events arrived");
        }
        Histogram hops = new Histogram(3);
        Map<String, Long> committed = sender.join();
        arrived.forEach(
                (key, at) ->
                        hops.recordValue(Math.max(0, at - committed.getOrDefault(key, at)) / 1000));
        return hops;
    }

    /** When each event was committed, by its key; nanoseconds. */
    private static Map<String, Long> send(Bench bench, int events) {
        Map<String, Long> committed = new HashMap<>();
        try (Connection connection = bench.database();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            long start = System.nanoTime();
            for (int i = 0; i < events; i++) {
                long due = start + i * 1_000_000_000L / RATE;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                String id = UUID.randomUUID().toString();
                insert.setString(1, id);
                insert.setString(2, id);
                insert.setString(3, body(id));
                insert.executeUpdate();
                committed.put(id, System.nanoTime());
            }
            return committed;
        } catch (SQLException refused) {
            throw new CompletionException(refused);
        }
    }

    private static String body(String id) {
        return """
               {"commandId":"%s","verb":"retry","targetId":"%s","refused":true,"reason":"benchmark"}"""
                .formatted(id, id);
    }
}
