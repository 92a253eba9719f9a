package io.silverback.benchmarks;

import io.silverback.benchmarks.Figure.Bound;
import io.silverback.quickstart.environment.Installation;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Whether the simulator keeps out of the way of what is measured on it. */
final class SimulatorBenchmark implements Benchmark {
    private static final String NAME = "simulator";
    private static final int STARTS = 3;

    private final Installation installation;

    SimulatorBenchmark(Installation installation) {
        this.installation = installation;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Figure> measure(boolean quick) throws IOException, InterruptedException {
        Duration time = Duration.ofSeconds(quick ? 1 : 8);
        List<Figure> figures = new ArrayList<>();
        figures.add(start());
        try (SimulatedKong kong = SimulatedKong.start(installation, List.of())) {
            figures.addAll(rates(time));
        }
        figures.add(load(quick ? 10_000 : 100_000));
        return figures;
    }

    private Figure start() throws IOException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            try (SimulatedKong kong = SimulatedKong.start(installation, List.of())) {
                seconds.add(kong.startSeconds());
            }
        }
        Collections.sort(seconds);
        return figure("start_seconds", seconds.get(STARTS / 2), "s", Bound.below(2), "median of 3");
    }

    private List<Figure> rates(Duration time) throws IOException, InterruptedException {
        String size = "8 connections for %d s after a warm-up as long".formatted(time.toSeconds());
        AtomicInteger names = new AtomicInteger();
        double puts =
                warm(
                        SimulatedKong.ADMIN_PORT,
                        time,
                        () ->
                                RawLoad.request(
                                        "PUT",
                                        "/consumers/" + UUID.randomUUID(),
                                        "{\"username\":\"user-" + names.getAndIncrement() + "\"}"));
        byte[] page = RawLoad.request("GET", "/consumers?size=1000", "");
        double pages = warm(SimulatedKong.ADMIN_PORT, time, () -> page);
        double proxied = proxied(time);
        return List.of(
                figure("put_per_second", puts, "1/s", Bound.atLeast(4_000), size),
                figure("page_per_second", pages, "1/s", Bound.none(), "pages of 1,000; " + size),
                figure("proxied_per_second", proxied, "1/s", Bound.atLeast(8_000), size));
    }

    private static double proxied(Duration time) throws IOException, InterruptedException {
        List<byte[]> writes =
                List.of(
                        RawLoad.request("PUT", "/services/bench", "{\"host\":\"bench.test\"}"),
                        RawLoad.request(
                                "PUT", "/services/bench/routes/bench", "{\"paths\":[\"/bench\"]}"));
        for (byte[] write : writes) {
            RawLoad.once(SimulatedKong.ADMIN_PORT, write);
        }
        byte[] request = RawLoad.request("GET", "/bench/x", "");
        return warm(SimulatedKong.PROXY_PORT, time, () -> request);
    }

    private static double warm(int port, Duration time, Supplier<byte[]> requests)
            throws IOException, InterruptedException {
        RawLoad.perSecond(port, time, requests);
        return RawLoad.perSecond(port, time, requests);
    }

    private Figure load(int consumers) throws IOException {
        Path file = Files.createTempFile("consumers", ".yaml");
        try {
            try (Writer out = Files.newBufferedWriter(file)) {
                out.write("_format_version: \"1.1\"\nconsumers:\n");
                for (int i = 0; i < consumers; i++) {
                    out.write("- username: user-" + i + "\n  custom_id: id-" + i + "\n");
                }
            }
            try (SimulatedKong kong =
                    SimulatedKong.start(installation, List.of("--load", file.toString()))) {
                return figure(
                        "load_100k_consumers_seconds",
                        kong.startSeconds(),
                        "s",
                        Bound.below(15),
                        consumers + " consumers in one decK file, with the start");
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Figure figure(
            String figure, double value, String unit, Bound target, String size) {
        return new Figure(NAME, figure, value, unit, target, size);
    }
}
