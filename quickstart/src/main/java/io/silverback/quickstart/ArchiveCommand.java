package io.silverback.quickstart;

import io.silverback.quickstart.environment.CannotStart;
import io.silverback.quickstart.environment.ClassArchives;
import io.silverback.quickstart.environment.Environment;
import io.silverback.quickstart.environment.Installation;
import io.silverback.quickstart.environment.Ports;
import io.silverback.quickstart.estate.DemoEstate;
import io.silverback.quickstart.estate.Estate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code archive}: starts and ends everything once, so that later starts are quicker. */
@Command(name = "archive", description = "prepares quicker starts of what was built", hidden = true)
final class ArchiveCommand implements Callable<Integer> {

    private static final int OFFSET = 27_000;

    @Override
    public Integer call() throws CannotStart, IOException, InterruptedException {
        Installation installation = Installation.found();
        Path data = installation.home().resolve(".silverback/archive");
        DataDirectory.remove(data);
        try (Environment environment =
                Environment.prepare(installation, new Ports(OFFSET), data, ClassArchives.MADE)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(environment)));
            Path estate = Files.createDirectories(data.resolve("estate"));
            environment.start(installation, new Estate(DemoEstate.writeTo(estate), false));
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
