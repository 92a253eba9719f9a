package io.silverback.simulator.proxy;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counters and histograms of one node, in Prometheus' text format and with Kong's names. */
public final class Metrics {
    private static final long[] KONG_BUCKETS = {
        1, 2, 5, 7, 10, 15, 20, 30, 50, 75, 100, 200, 500, 750, 1000
    };
    private static final long[] UPSTREAM_BUCKETS = {
        25, 50, 80, 100, 250, 400, 700, 1000, 2000, 5000, 10000, 30000, 60000
    };

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

    /** All of it as text; the database is reachable or not. */
    public String text(boolean reachable) {
        StringBuilder out = new StringBuilder();
        head(out, "kong_datastore_reachable", "gauge", "Datastore reachable from Kong");
        out.append("kong_datastore_reachable ").append(reachable ? 1 : 0).append('\n');
        head(out, "kong_nginx_requests_total", "gauge", "Total number of requests");
        out.append("kong_nginx_requests_total{subsystem=\"http\"} ")
                .append(requests.sum())
                .append('\n');
        counters(out, "kong_http_requests_total", "HTTP status codes by service and route", counts);
        counters(out, "kong_bandwidth_bytes", "Total bandwidth in bytes", bytes);
        String before = "";
        for (Map.Entry<String, Histogram> entry : latencies.entrySet()) {
            String[] parts = entry.getKey().split("\\|", 2);
            if (!parts[0].equals(before)) {
                head(out, parts[0], "histogram", "Latency by service and route, in milliseconds");
                before = parts[0];
            }
            histogram(out, parts[0], parts[1], entry.getValue());
        }
        return out.toString();
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void counters(
            StringBuilder out, String name, String help, Map<String, LongAdder> series) {
        if (!series.isEmpty()) {
            head(out, name, "counter", help);
        }
        series.forEach(
                (labels, value) ->
                        out.append(name)
                                .append('{')
                                .append(labels)
                                .append("} ")
                                .append(value.sum())
                                .append('\n'));
    }

    private static void histogram(
            StringBuilder out, String name, String labels, Histogram histogram) {
        String start = name + "_bucket{" + labels + ",le=\"";
        for (int i = 0; i < histogram.bounds().length; i++) {
            out.append(start).append(histogram.bounds()[i]).append("\"} ");
            out.append(histogram.buckets()[i].sum()).append('\n');
        }
        out.append(start).append("+Inf\"} ").append(histogram.count().sum()).append('\n');
        out.append(name).append("_count{").append(labels).append("} ");
        out.append(histogram.count().sum()).append('\n');
        out.append(name).append("_sum{").append(labels).append("} ");
        out.append(histogram.sum().sum()).append('\n');
    }
}
