package io.silverback.simulator;

import io.silverback.simulator.load.DeckLoader;
import io.silverback.simulator.store.DatabaseFailure;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** The command line: starts one simulated Kong and runs until it is stopped. */
public final class KongSimulator {
    private KongSimulator() {}

    /**
     * Starts; one sentence and exit code 1 when something is wrong with the arguments, a port or a
     * file.
     */
    public static void main(String[] arguments) throws InterruptedException {
        long begin = System.nanoTime();
        try {
            SimulatorOptions options = CommandLine.parse(arguments);
            Simulator simulator = Simulator.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            long millis = (System.nanoTime() - begin) / 1_000_000;
            System.out.println(described(options, simulator) + ", after " + millis + " ms");
            new CountDownLatch(1).await();
        } catch (DatabaseFailure e) {
            System.err.println("PostgreSQL: " + e.getMessage());
            System.exit(1);
        } catch (CommandLine.Misuse | PortInUseException | DeckLoader.Unloadable e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static String described(SimulatorOptions options, Simulator simulator) {
        String kong = options.name() + ": a simulated Kong " + options.version();
        String database = options.database().name().toLowerCase(Locale.ROOT);
        String ports =
                "Admin API "
                        + listed(simulator.adminUrls())
                        + ", proxy "
                        + listed(simulator.proxyUrls());
        String all = kong + " on " + database + ", " + simulator.loaded() + " entities, " + ports;
        return simulator.statusUrls().isEmpty()
                ? all
                : all + ", status API " + listed(simulator.statusUrls());
    }

    private static String listed(List<URI> addresses) {
        return addresses.stream().map(URI::toString).collect(Collectors.joining(" "));
    }
}
