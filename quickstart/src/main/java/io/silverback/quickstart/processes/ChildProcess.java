package io.silverback.quickstart.processes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** One program of ours: how it is started, and the process that runs it now. */
public final class ChildProcess {

    private final Program program;
    private final Path log;
    private Process process;

    private ChildProcess(Program program, Path log, Process process) {
        this.program = program;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts {@code program}; what it prints is appended to {@code log}.
     *
     * @throws IOException when the program cannot be started
     */
    static ChildProcess start(Program program, Path log) throws IOException {
        return new ChildProcess(program, log, launch(program, log));
    }

    /** Starts the same program again. */
    void restart() throws IOException {
        process = launch(program, log);
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
        return program.name();
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

    private static Process launch(Program program, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.command());
        builder.directory(program.directory().toFile());
        builder.environment().putAll(program.environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
