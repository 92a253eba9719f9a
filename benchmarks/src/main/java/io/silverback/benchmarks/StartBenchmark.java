package io.silverback.benchmarks;

import io.silverback.quickstart.environment.CannotStart;
import io.silverback.quickstart.environment.Installation;
import io.silverback.quickstart.environment.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long a service and the demo take to start, and how much memory a service holds. */
final class StartBenchmark implements Benchmark {

    private final Installation installation;

    StartBenchmark(Installation installation) {
        this.installation = installation;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Figure> measure(boolean quick)
            throws CannotStart, IOException, InterruptedException {
        double demo = demoToFirstMigration();
        try (Bench bench = Bench.start(installation)) {
            double slowest = 0;
            for (String service : Programs.SERVICES) {
                slowest = Math.max(slowest, startSeconds(bench, service, quick ? 1 : 5));
            }
            double rss = 0;
            for (String service : Programs.SERVICES) {
                rss = Math.max(rss, residentMegabytes(bench.environment().process(service).pid()));
            }
            return List.of(
                    new Figure(
                            name(),
                            "service_start_seconds",
                            slowest,
                            "s",
                            Figure.Bound.below(4),
                            "slowest of four services, each started alone beside idle ones, median of "
                                    + (quick ? 1 : 5)),
                    new Figure(
                            name(),
                            "demo_to_first_migration_seconds",
                            demo,
                            "s",
                            Figure.Bound.below(30),
                            "start of the demo to its first workspace verified on green"),
                    new Figure(
                            name(),
                            "service_rss_mb",
                            rss,
                            "MB",
                            Figure.Bound.below(230),
                            "largest of four services after its start"));
        }
    }

    private static double startSeconds(Bench bench, String service, int times)
            throws InterruptedException {
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            seconds[i] = bench.restartSeconds(service);
        }
        Arrays.sort(seconds);
        return seconds[times / 2];
    }

    private double demoToFirstMigration() throws CannotStart, IOException, InterruptedException {
        long start = System.nanoTime();
        Process demo =
                new ProcessBuilder(
                                installation.home().resolve("silverback").toString(),
                                "demo",
                                "--port-offset",
                                "26000")
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !isWorkspace(line)) {
                line = lines.readLine();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (line == null) {
                throw new CannotStart("The demo ended before it had moved a workspace.");
            }
            return seconds;
        } finally {
            demo.destroy();
            demo.waitFor();
        }
    }

    private static boolean isWorkspace(@Nullable String line) {
        return line != null && line.contains(" created, 0 failed");
    }

    private static double residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .findFirst()
                .orElseThrow();
    }
}
