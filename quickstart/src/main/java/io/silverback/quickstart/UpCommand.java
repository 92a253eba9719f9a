package io.silverback.quickstart;

import io.silverback.quickstart.environment.CannotStart;
import io.silverback.quickstart.environment.ClassArchives;
import io.silverback.quickstart.environment.Environment;
import io.silverback.quickstart.environment.GatewayDatabases;
import io.silverback.quickstart.environment.Installation;
import io.silverback.quickstart.environment.Ports;
import io.silverback.quickstart.estate.DemoEstate;
import io.silverback.quickstart.estate.Estate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything and stays until Ctrl-C or {@code down}. */
@Command(name = "up", description = "Starts everything on this machine and stays.")
final class UpCommand implements Callable<Integer> {

    @Option(names = "--data", description = "where everything is kept")
    private @Nullable Path data;

    @Option(names = "--port-offset", description = "moves all ports by this much")
    private int portOffset;

    @Option(
            names = "--estate",
            description = "decK files that blue starts with, instead of the demo's")
    private List<Path> files = List.of();

    @Option(
            names = "--hashed-credentials",
            description = "passwords in these files are hashes, as in a dump of a real gateway")
    private boolean hashedCredentials;

    @Option(
            names = "--gateway-databases",
            description = "YAML: real databases under the simulated gateways, to move rows")
    private @Nullable Path databases;

    @Override
    public Integer call() throws CannotStart, IOException, InterruptedException {
        Installation installation = Installation.found();
        Path directory = data == null ? DownCommand.usual(installation) : data;
        Ports ports = new Ports(portOffset);
        Environment environment =
                Environment.prepare(
                        installation,
                        ports,
                        directory.toAbsolutePath(),
                        ClassArchives.USED,
                        databases == null
                                ? GatewayDatabases.NONE
                                : GatewayDatabases.read(databases));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(environment, directory)));
        Files.writeString(DownCommand.pidFile(directory), "" + ProcessHandle.current().pid());
        environment.start(installation, estate(directory));
        System.out.printf(
                "up          http://127.0.0.1:%d · data in %s · Ctrl-C or ./silverback down ends it%n",
                ports.console(), directory);
        Thread.currentThread().join();
        return 0;
    }

    private Estate estate(Path directory) throws IOException {
        return files.isEmpty()
                ? new Estate(DemoEstate.writeTo(directory.resolve("estate")), false)
                : new Estate(files, hashedCredentials);
    }

    private static void close(Environment environment, Path directory) {
        try {
            environment.close();
            Files.deleteIfExists(DownCommand.pidFile(directory));
        } catch (IOException failed) {
            System.err.println("Not everything could be ended: " + failed);
        }
    }
}
