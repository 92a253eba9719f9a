package io.silverback.quickstart;

import io.silverback.quickstart.environment.CannotStart;
import io.silverback.quickstart.environment.Environment;
import io.silverback.quickstart.environment.Installation;
import io.silverback.quickstart.environment.Ports;
import io.silverback.quickstart.estate.DemoEstate;
import io.silverback.quickstart.estate.Estate;
import io.silverback.quickstart.story.DemoResult;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the main job on this machine, with simulated gateways and a stream of client requests. */
@Command(name = "demo", description = "Moves three workspaces between two simulated gateways.")
final class DemoCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Option(names = "--fail-at", description = "break green when this weight is reached, in %%")
    private @Nullable BigDecimal failAt;

    @Option(names = "--keep", description = "leave everything running until Ctrl-C")
    private boolean keep;

    @Option(names = "--output", description = "text or json (json: one last line)")
    private String output = "text";

    @Option(names = "--rate", description = "client requests a second")
    private int rate = 200;

    @Option(names = "--port-offset", description = "moves all ports by this much")
    private int portOffset;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws CannotStart, IOException, InterruptedException {
        Installation installation = Installation.found();
        Ports ports = new Ports(portOffset);
        Path data = installation.home().resolve(".silverback/demo-" + portOffset);
        DataDirectory.remove(data);
        long begun = System.nanoTime();
        Environment environment = Environment.prepare(installation, ports, data);
        Thread end = new Thread(() -> close(environment, data));
        Runtime.getRuntime().addShutdownHook(end);
        out.println(
                "Silverback moves 3 workspaces from Kong on Cassandra to Kong on PostgreSQL (both simulated).");
        environment.startWhatTakesAPlan(
                installation, new Estate(DemoEstate.writeTo(data.resolve("estate")), false));
        return run(environment, begun);
    }

    private int run(Environment environment, long begun)
            throws CannotStart, IOException, InterruptedException {
        Ports ports = environment.ports();
        DemoRun.Outcome outcome =
                new DemoRun(out, rate, LIMIT)
                        .on(
                                environment,
                                ready -> sayReady(ready, ports, begun),
                                weight -> breakAt(weight, ports));
        int code = say(outcome.result(), outcome.over());
        if (keep) {
            out.println("running     until Ctrl-C");
            Thread.currentThread().join();
        }
        return code;
    }

    private void sayReady(DemoRun.Part part, Ports ports, long begun) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (part == DemoRun.Part.SERVICES) {
            out.printf(
                    "starting    Kafka · PostgreSQL · blue 3.3 · green 3.3 · services %21.1f s%n",
                    seconds);
            out.printf("page        http://127.0.0.1:%d%n", ports.console());
        } else {
            out.printf(
                    "starting    edge          clients: up to %d requests/s through it %20.1f s%n",
                    rate, seconds);
        }
    }

    private int say(DemoResult result, boolean over) {
        boolean good =
                over && (failAt == null ? result.isCompleted() : result.isSafelyRolledBack());
        if (!over) {
            out.printf("unfinished  after %d s · %s%n", LIMIT.toSeconds(), result.summary());
        } else if (failAt == null && !good) {
            out.printf("incomplete  %s%n", result.summary());
        } else if (failAt == null) {
            out.printf("completed   %s · blue idle, left running%n", result.summary());
            out.println(
                    "next        ./silverback demo --fail-at 10     break green at 10 % and watch the way back");
        } else {
            out.printf("rolled back %s%n", result.summary());
            if (good) {
                out.printf("way back    %s%n", result.wayBack());
            }
        }
        if (output.equals("json")) {
            out.println(result.json());
        }
        return good ? 0 : 1;
    }

    private void breakAt(BigDecimal weight, Ports ports) {
        if (failAt == null || weight.compareTo(failAt) != 0) {
            return;
        }
        try {
            new ConsoleDoor().breakGateway(ports.greenAdmin());
            out.println("            green is broken now: every request it answers fails");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Environment environment, Path data) {
        try {
            environment.close();
            DataDirectory.remove(data);
        } catch (IOException failed) {
            System.err.println("Not everything could be cleaned up: " + failed);
        }
    }
}
