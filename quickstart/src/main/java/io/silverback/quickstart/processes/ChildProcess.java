package io.silverback.quickstart.processes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One program of ours: how it is started, and the process that runs it now. */
public final class ChildProcess {

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    private ChildProcess(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            Process process) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts {@code command}; what it prints is appended to {@code log}.
     *
     * @throws IOException when the program cannot be started
     */
    static ChildProcess start(
            String name, List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        return new ChildProcess(name, command, environment, log, launch(command, environment, log));
    }

    /** Starts the same program again. */
    void restart() throws IOException {
        process = launch(command, environment, log);
    }

    /** Asks the process to end, and ends it by force when it does not within the time given. */
    void stop(long seconds) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Asks the process to end and returns at once. */
    void askToStop() {
        process.destroy();
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    private static Process launch(List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
