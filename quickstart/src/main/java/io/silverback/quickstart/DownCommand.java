package io.silverback.quickstart;

import io.silverback.quickstart.environment.CannotStart;
import io.silverback.quickstart.environment.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends what {@code up} started. */
@Command(name = "down", description = "Ends what up started; its data stays.")
final class DownCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 60;

    @Option(names = "--data", description = "the directory that was given to up")
    private @Nullable Path data;

    @Override
    public Integer call()
            throws CannotStart, IOException, InterruptedException, ExecutionException {
        Path directory = data == null ? usual(Installation.found()) : data;
        Optional<ProcessHandle> running = running(pidFile(directory));
        if (running.isEmpty()) {
            System.out.println("down        nothing of " + directory + " is running");
            return 0;
        }
        running.get().destroy();
        try {
            running.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stillThere) {
            throw new CannotStart(
                    "Process %d did not end within %d s; its children's ids are in %s."
                            .formatted(
                                    running.get().pid(),
                                    PATIENCE_SECONDS,
                                    directory.resolve("processes")));
        }
        System.out.println("down        ended; data stays in " + directory);
        return 0;
    }

    static Path usual(Installation installation) {
        return installation.home().resolve(".silverback/up");
    }

    static Path pidFile(Path directory) {
        return directory.resolve("silverback.pid");
    }

    private static Optional<ProcessHandle> running(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).trim()));
    }
}
