package io.silverback.benchmarks;

import io.silverback.quickstart.clients.ClientReport;
import io.silverback.quickstart.clients.ClientStream;
import io.silverback.quickstart.clients.Load;
import io.silverback.quickstart.environment.CannotStart;
import io.silverback.quickstart.environment.Installation;
import io.silverback.quickstart.estate.DemoEstate;
import io.silverback.quickstart.story.TopicTail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * From the broker's append of an unhealthy event to the start of the last request answered by
 * green, at 300 requests a second in open loop.
 */
final class RollbackBenchmark implements Benchmark {

    private static final int RATE = 300;
    private static final Duration RAMP_UP = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final List<String> WORKSPACES = List.of("partners");
    private static final List<String> TOPICS = List.of("canary-advanced", "rolled-back");

    private final Installation installation;

    RollbackBenchmark(Installation installation) {
        this.installation = installation;
    }

    @Override
    public String name() {
        return "rollback";
    }

    @Override
    public List<Figure> measure(boolean quick)
            throws CannotStart, IOException, InterruptedException {
        int rollbacks = quick ? 5 : 200;
        Histogram millis = new Histogram(3);
        long failed = 0;
        try (Bench bench = Bench.start(installation);
                TopicTail topics = new TopicTail(bench.environment().bootstrapServers(), TOPICS);
                KafkaProducer<String, byte[]> producer = bench.producer()) {
            for (int i = 0; i < rollbacks; i++) {
                failed += once(bench, topics, producer, i, millis);
            }
        }
        String size = rollbacks + " rollbacks at " + RATE + " requests/s, half on green";
        return List.of(
                new Figure(
                        name(),
                        "edge_p99_ms",
                        millis.getValueAtPercentile(99),
                        "ms",
                        Figure.Bound.below(100),
                        size),
                new Figure(
                        name(),
                        "failed_requests",
                        failed,
                        "requests",
                        Figure.Bound.atMost(0),
                        size));
    }

    private static long once(
            Bench bench,
            TopicTail topics,
            KafkaProducer<String, byte[]> producer,
            int number,
            Histogram millis)
            throws IOException, InterruptedException {
        String plan =
                bench.post("/api/plans", "application/yaml", plan(number)).path("planId").asText();
        try (ClientStream clients =
                ClientStream.start(
                        bench.edge(), DemoEstate.requests(WORKSPACES), Load.open(RATE, RAMP_UP))) {
            await(topics, line -> line.topic().equals("canary-advanced"));
            while (clients.report().byColour().getOrDefault("green", 0L) < RATE / 4) {
                Thread.sleep(20);
            }
            Instant appended = appendUnhealthy(producer);
            await(topics, line -> line.topic().equals("rolled-back"));
            ClientReport report = clients.stop();
            millis.recordValue(report.causeToEffectMillis(appended));
            while (bench.isLive(plan)) {
                Thread.sleep(100);
            }
            return report.failed();
        }
    }

    private static Instant appendUnhealthy(KafkaProducer<String, byte[]> producer)
            throws IOException, InterruptedException {
        Instant now = Instant.now();
        String body =
                """
                {"gateway":"green","source":"benchmark","from":"%s","to":"%s","requests":0,"errors":0,
                 "latency":{},"verdict":"unhealthy","reason":"benchmark"}
                """
                        .formatted(now.minusSeconds(1), now);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(
                        "health-events", "green", body.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_id", UUID.randomUUID().toString());
        header(record, "ce_source", "/monitors/benchmark");
        header(record, "ce_type", "io.silverback.health-events.v1");
        header(record, "ce_specversion", "1.0");
        header(record, "ce_subject", "green");
        header(record, "ce_time", now.toString());
        header(record, "content-type", "application/json");
        try {
            RecordMetadata appended = producer.send(record).get();
            return Instant.ofEpochMilli(appended.timestamp());
        } catch (ExecutionException refused) {
            throw new IOException("Kafka refused a health event", refused.getCause());
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void await(TopicTail topics, Predicate<TopicTail.Line> wanted)
            throws IOException {
        Instant end = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(end)) {
            if (topics.poll(Duration.ofMillis(100)).stream().anyMatch(wanted)) {
                return;
            }
        }
        throw new IOException("an event that was waited for did not come within " + LIMIT);
    }

    private static String plan(int number) {
        return """
                apiVersion: silverback.io/v1
                kind: MigrationPlan
                name: rollback-%d
                mode: migrate
                blue: blue
                green: green
                workspaces: [partners]
                transport: admin-api
                verify:
                  probes: {requestsPerSecond: 200}
                gates:
                  execution: {approvers: 0}
                  cutover: {approvers: 0}
                cutovers:
                  - name: partners-clients
                    workspaces: [partners]
                    routers: [edge]
                    sticky: client
                    steps: [50, 100]
                    minimumWait: 10m
                    minimumRequests: 1000000
                    health:
                      sources: {events: required}
                      errorRate: {maxIncrease: 2%%, max: 5%%}
                      latencyP99: {maxIncrease: 1000%%}
                      silentFor: 60s
                    soak: 1s
                """
                .formatted(number);
    }
}
