package io.silverback.benchmarks;

import io.silverback.quickstart.environment.Installation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged simulator as a process of its own. */
final class SimulatedKong implements AutoCloseable {
    static final int ADMIN_PORT = 25_901;
    static final int PROXY_PORT = 25_900;

    private final Process process;
    private final double startSeconds;

    private SimulatedKong(Process process, double startSeconds) {
        this.process = process;
        this.startSeconds = startSeconds;
    }

    /** Starts it and returns when its ports are open. */
    static SimulatedKong start(Installation installation, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=4", "-XX:+UseSerialGC", "-Xmx512m"));
        command.add("-jar");
        command.add(
                installation.home().resolve("kong-simulator/target/kong-simulator.jar").toString());
        command.addAll(List.of("--name", "bench", "--database", "postgres"));
        command.addAll(List.of("--admin-port", "" + ADMIN_PORT, "--proxy-port", "" + PROXY_PORT));
        command.addAll(arguments);
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        if (line == null || !line.contains("a simulated Kong")) {
            process.destroyForcibly();
            throw new IOException("The simulator did not start: " + line);
        }
        return new SimulatedKong(process, (System.nanoTime() - begin) / 1e9);
    }

    /** From the start of the process until its ports were open. */
    double startSeconds() {
        return startSeconds;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
