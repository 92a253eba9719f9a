package io.silverback.benchmarks;

import io.silverback.quickstart.environment.CannotStart;
import io.silverback.quickstart.environment.Installation;
import io.silverback.quickstart.story.TopicTail;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * How long an event takes from the request that commits it to a consumer, at 100 a second in open
 * loop. The request's own way is counted too, so the figure is an upper bound. One service
 * publishes and one other consumes beside the measuring consumer, as with most topics.
 */
final class EventsBenchmark implements Benchmark {

    private static final int RATE = 100;

    private final Installation installation;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();

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
        int warm = quick ? 300 : 1000;
        int events = quick ? 500 : 3000;
        try (Bench bench = Bench.startWhatTakesAPlan(installation);
                TopicTail topics =
                        new TopicTail(
                                bench.environment().bootstrapServers(), List.of("rollback"))) {
            hop(bench, topics, warm);
            Histogram hops = hop(bench, topics, events);
            return List.of(
                    new Figure(
                            name(),
                            "event_hop_p99_ms",
                            hops.getValueAtPercentile(99) / 1000.0,
                            "ms",
                            Figure.Bound.below(50),
                            events + " events at " + RATE + "/s"));
        }
    }

    private Histogram hop(Bench bench, TopicTail topics, int events)
            throws IOException, InterruptedException {
        Histogram hops = new Histogram(3);
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> send(bench, events));
        long end = System.nanoTime() + Duration.ofSeconds(60 + events / RATE).toNanos();
        while (hops.getTotalCount() < events && System.nanoTime() < end) {
            for (TopicTail.Line line : topics.poll(Duration.ofMillis(100))) {
                note(line, hops);
            }
        }
        sender.join();
        if (hops.getTotalCount() < events) {
            throw new IOException(hops.getTotalCount() + " of " + events + " events arrived");
        }
        return hops;
    }

    private void note(TopicTail.Line line, Histogram hops) {
        for (String target : List.of("migrationId", "cutoverId")) {
            Long start = sent.remove(line.body().path(target).asText());
            if (start != null) {
                hops.recordValue((System.nanoTime() - start) / 1000);
            }
        }
    }

    private void send(Bench bench, int events) {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < events; i++) {
            long due = start + i * 1_000_000_000L / RATE;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            String id = UUID.randomUUID().toString();
            sent.put(id, System.nanoTime());
            String body = "{\"target\":\"" + id + "\",\"reason\":\"benchmark\"}";
            answers.add(bench.postLater("/api/rollbacks", "application/json", body));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }
}
