package io.silverback.quickstart.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** All child processes of this one. A child that dies is started again until they are closed. */
public final class Children implements AutoCloseable {

    /**
     * Before a dead child is started again, so that one that cannot live does not eat the machine.
     */
    private static final long PAUSE_MILLIS = 500;

    private final Path directory;
    private final long stopSeconds;
    private final List<ChildProcess> children = new ArrayList<>();
    private boolean closed;

    /**
     * Writes logs to {@code directory/logs} and process ids to {@code directory/processes}; a child
     * that takes longer to end than {@code stopSeconds} is ended by force.
     */
    public Children(Path directory, long stopSeconds) throws IOException {
        this.directory = directory;
        this.stopSeconds = stopSeconds;
        Files.createDirectories(directory.resolve("logs"));
    }

    /**
     * Starts a program and watches over it.
     *
     * @throws IOException also when all are being ended: nothing may be started behind that
     */
    public synchronized ChildProcess start(Program program) throws IOException {
        if (closed) {
            throw new IOException(program.name() + " is not started: everything is being ended.");
        }
        Path log = directory.resolve("logs").resolve(program.name() + ".log");
        ChildProcess child = ChildProcess.start(program, log);
        children.add(child);
        watch(child);
        record();
        return child;
    }

    /** The child called {@code name}, which must have been started. */
    public synchronized ChildProcess child(String name) {
        return children.stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public synchronized void close() {
        closed = true;
        children.forEach(ChildProcess::askToStop);
        for (ChildProcess child : children) {
            try {
                child.stop(stopSeconds);
            } catch (InterruptedException interrupted) {
                child.handle().destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    private void watch(ChildProcess child) {
        child.handle()
                .onExit()
                .thenAcceptAsync(
                        ended -> revive(child),
                        CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    }

    private synchronized void revive(ChildProcess child) {
        if (closed) {
            return;
        }
        try {
            child.restart();
            watch(child);
            record();
        } catch (IOException refused) {
            System.err.printf("%s ended and cannot be started again: %s%n", child.name(), refused);
        }
    }

    private void record() throws IOException {
        List<String> lines = new ArrayList<>();
        for (ChildProcess child : children) {
            lines.add(child.name() + " " + child.handle().pid());
        }
        Path next = directory.resolve("processes.next");
        Files.write(next, lines);
        Files.move(
                next,
                directory.resolve("processes"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
