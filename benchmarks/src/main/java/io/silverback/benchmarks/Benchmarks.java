package io.silverback.benchmarks;

import io.silverback.quickstart.environment.CannotStart;
import io.silverback.quickstart.environment.Installation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code benchmarks/run [--quick] [NAME…]}: prints each figure as a JSON line. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Exit code 0 when all was measured, whether or not targets were met; 1 when not. */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean quick = names.remove("--quick");
        try {
            Installation installation = Installation.found();
            List<Benchmark> all =
                    List.of(
                            new StartBenchmark(installation),
                            new EventsBenchmark(installation),
                            new RollbackBenchmark(installation),
                            new SimulatorBenchmark(installation));
            for (String name : names) {
                if (all.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
                    throw new CannotStart("There is no benchmark called " + name + ".");
                }
            }
            for (Benchmark benchmark : all) {
                if (names.isEmpty() || names.contains(benchmark.name())) {
                    benchmark.measure(quick).forEach(f -> System.out.println(f.json()));
                }
            }
            System.exit(0);
        } catch (CannotStart | IOException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }
}
