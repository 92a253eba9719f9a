package io.silverback.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.silverback.quickstart.environment.CannotStart;
import io.silverback.quickstart.environment.ClassArchives;
import io.silverback.quickstart.environment.Environment;
import io.silverback.quickstart.environment.GatewayDatabases;
import io.silverback.quickstart.environment.Installation;
import io.silverback.quickstart.environment.Ports;
import io.silverback.quickstart.estate.DemoEstate;
import io.silverback.quickstart.estate.Estate;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code archive}: runs the demo once unseen, so that later starts are quicker. */
@Command(name = "archive", description = "prepares quicker starts of what was built", hidden = true)
final class ArchiveCommand implements Callable<Integer> {

    private static final int OFFSET = 27_000;
    private static final int RATE = 100;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Override
    public Integer call() throws CannotStart, IOException, InterruptedException {
        Installation installation = Installation.found();
        Path data = installation.home().resolve(".silverback/archive");
        DataDirectory.remove(data);
        try (Environment environment =
                Environment.prepare(
                        installation,
                        new Ports(OFFSET),
                        data,
                        ClassArchives.MADE,
                        GatewayDatabases.NONE)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(environment)));
            Path estate = Files.createDirectories(data.resolve("estate"));
            environment.startWhatTakesAPlan(
                    installation, new Estate(DemoEstate.writeTo(estate), false));
            new DemoRun(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8), RATE, LIMIT)
                    .on(environment, ready -> {}, weight -> {});
        }
        DataDirectory.remove(data);
        return 0;
    }

    private static void close(Environment environment) {
        try {
            environment.close();
        } catch (IOException failed) {
            System.err.println("Not everything could be ended: " + failed);
        }
    }
}
