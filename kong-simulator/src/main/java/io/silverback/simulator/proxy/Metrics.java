package io.silverback.simulator.proxy;

import io.silverback.simulator.store.Database;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counters and histograms of one node, in Prometheus' text format and with Kong's names. */
public final class Metrics {
    private static final long[] KONG_BUCKETS = {
        1, 2, 5, 7, 10, 15, 20, 30, 50, 75, 100, 200, 500, 750, 1000
    };
    private static final long[] UPSTREAM_BUCKETS = {
        25, 50, 80, 100, 250, 400, 700, 1000, 2000, 5000, 10000, 30000, 60000
    };

    private static final String REACHABLE = "kong_datastore_reachable";
    private static final String REQUESTS = "kong_nginx_requests_total";
    private static final String HTTP_REQUESTS = "kong_http_requests_total";
    private static final String BANDWIDTH = "kong_bandwidth_bytes";

    private final @Nullable TargetFigures targets;
    private final LongAdder requests = new LongAdder();
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> bytes = new ConcurrentSkipListMap<>();
    private final Map<String, Histogram> latencies = new ConcurrentSkipListMap<>();

    private record Histogram(long[] bounds, LongAdder[] buckets, LongAdder sum, LongAdder count) {
        static Histogram of(long... bounds) {
            LongAdder[] buckets = new LongAdder[bounds.length];
            Arrays.setAll(buckets, i -> new LongAdder());
            return new Histogram(bounds, buckets, new LongAdder(), new LongAdder());
        }

        void add(long value) {
            for (int i = 0; i < bounds.length; i++) {
                if (value <= bounds[i]) {
                    buckets[i].increment();
                }
            }
            sum.add(value);
            count.increment();
        }
    }

    /** Metrics of a node that proxies nothing. */
    public Metrics() {
        this.targets = null;
    }

    /** Metrics of a node whose targets are those of a database. */
    Metrics(Database database) {
        this.targets = new TargetFigures(database);
    }

    /** A request was answered, whatever plugins it has. */
    void answered() {
        requests.increment();
    }

    void count(String labels) {
        counts.computeIfAbsent(labels, any -> new LongAdder()).increment();
    }

    void transferred(String labels, long size) {
        bytes.computeIfAbsent(labels, any -> new LongAdder()).add(size);
    }

    void took(String name, String labels, long millis) {
        long[] bounds = name.equals("kong") ? KONG_BUCKETS : UPSTREAM_BUCKETS;
        latencies
                .computeIfAbsent(
                        "kong_" + name + "_latency_ms|" + labels, any -> Histogram.of(bounds))
                .add(millis);
    }

    /** All of it as text, with what the node measures of itself. */
    public String text(boolean databaseIsReachable, NodeFigures node) {
        Exposition out = new Exposition();
        node.writeTo(out);
        if (targets != null) {
            targets.writeTo(out);
        }
        out.family(REACHABLE, "gauge", "Datastore reachable from Kong, 0 is unreachable")
                .add(REACHABLE, "", databaseIsReachable ? 1 : 0);
        out.family(REQUESTS, "gauge", "Total number of requests")
                .add(REQUESTS, node.node() + ",subsystem=\"http\"", requests.sum());
        counters(out, HTTP_REQUESTS, "HTTP status codes per consumer/service/route", counts);
        counters(out, BANDWIDTH, "Total bandwidth (ingress/egress) throughput in bytes", bytes);
        String before = "";
        for (Map.Entry<String, Histogram> entry : latencies.entrySet()) {
            String[] parts = entry.getKey().split("\\|", 2);
            if (!parts[0].equals(before)) {
                out.family(parts[0], "histogram", "Latency by service and route, in milliseconds");
                before = parts[0];
            }
            histogram(out, parts[0], parts[1], entry.getValue());
        }
        return out.text();
    }

    private static void counters(
            Exposition out, String name, String meaning, Map<String, LongAdder> series) {
        if (!series.isEmpty()) {
            out.family(name, "counter", meaning);
        }
        series.forEach((labels, value) -> out.add(name, labels, value.sum()));
    }

    private static void histogram(Exposition out, String name, String labels, Histogram histogram) {
        for (int i = 0; i < histogram.bounds().length; i++) {
            String below = labels + ",le=\"" + histogram.bounds()[i] + "\"";
            out.add(name, "_bucket", below, histogram.buckets()[i].sum());
        }
        out.add(name, "_bucket", labels + ",le=\"+Inf\"", histogram.count().sum());
        out.add(name, "_count", labels, histogram.count().sum());
        out.add(name, "_sum", labels, histogram.sum().sum());
    }
}
