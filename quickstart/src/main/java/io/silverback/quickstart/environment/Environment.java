package io.silverback.quickstart.environment;

import io.silverback.quickstart.broker.EmbeddedBroker;
import io.silverback.quickstart.broker.Topics;
import io.silverback.quickstart.database.EmbeddedDatabase;
import io.silverback.quickstart.estate.Estate;
import io.silverback.quickstart.processes.ChildProcess;
import io.silverback.quickstart.processes.Children;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Broker, database, two simulated gateways, the services and the edge: all on this machine. */
public final class Environment implements AutoCloseable {

    private static final long LEAST_SPACE_BYTES = 600L * 1024 * 1024;

    private final Ports ports;
    private final Children children;
    private final Programs programs;
    private final Path data;
    private final GatewayDatabases databases;
    private final Readiness readiness = new Readiness();
    private @Nullable EmbeddedBroker broker;
    private @Nullable EmbeddedDatabase database;
    private @Nullable Services services;
    private List<String> topics = List.of();

    private Environment(
            Installation installation,
            Ports ports,
            Path data,
            ClassArchives archives,
            GatewayDatabases databases)
            throws IOException {
        this.ports = ports;
        this.data = data;
        this.databases = databases;
        this.children = new Children(data, archives.stopSeconds());
        this.programs = new Programs(installation, children, archives);
    }

    /**
     * Checks the machine; nothing is started yet, so that {@link #close} can be hooked up first.
     *
     * @throws CannotStart when a port is taken or the disk is full
     */
    public static Environment prepare(Installation installation, Ports ports, Path data)
            throws CannotStart, IOException {
        return prepare(installation, ports, data, ClassArchives.USED, GatewayDatabases.NONE);
    }

    /** The same, with class archives made or used, and perhaps databases under the gateways. */
    public static Environment prepare(
            Installation installation,
            Ports ports,
            Path data,
            ClassArchives archives,
            GatewayDatabases databases)
            throws CannotStart, IOException {
        List<Integer> taken = ports.taken();
        if (!taken.isEmpty()) {
            throw new CannotStart(
                    "Port %s on 127.0.0.1 is in use; end what listens there or move all ports with --port-offset."
                            .formatted(taken.get(0)));
        }
        Files.createDirectories(data);
        long space = Files.getFileStore(data).getUsableSpace();
        if (space < LEAST_SPACE_BYTES) {
            throw new CannotStart(
                    "Only %d MB are free in %s; %d MB are needed."
                            .formatted(space / 1024 / 1024, data, LEAST_SPACE_BYTES / 1024 / 1024));
        }
        return new Environment(installation, ports, data, archives, databases);
    }

    /** Starts everything, blue with {@code estate}, and returns when all of it is ready. */
    public void start(Installation installation, Estate estate)
            throws CannotStart, IOException, InterruptedException {
        startWhatTakesAPlan(installation, estate);
        startWhatSyncs();
        startWhatMovesClients();
    }

    /**
     * Starts gateways, broker, database, console and dump service, and returns when they are ready:
     * a plan can be submitted, and blue is read while the rest starts.
     */
    public void startWhatTakesAPlan(Installation installation, Estate estate)
            throws CannotStart, IOException, InterruptedException {
        CompletableFuture<Void> databaseReady =
                CompletableFuture.runAsync(() -> database = startDatabase());
        List<Starting> gateways = startGateways(estate);
        broker = EmbeddedBroker.start(data.resolve("kafka"), ports.broker(), ports.controller());
        topics = Topics.create(bootstrapServers(), installation.topics());
        await(databaseReady);
        Services starting = services();
        services = starting;
        readiness.await(starting.console(), starting.service("dump-service"));
        readiness.await(gateways.toArray(Starting[]::new));
    }

    /**
     * Starts what brings a dump to green and verifies it, and returns when it is ready. What was
     * published before waits on the topics.
     */
    public void startWhatSyncs() throws CannotStart, IOException, InterruptedException {
        Services starting = Objects.requireNonNull(services);
        readiness.await(starting.service("sync-service"), starting.service("verify-service"));
    }

    /** Starts what moves the clients of what was verified, and returns when it is ready. */
    public void startWhatMovesClients() throws CannotStart, IOException, InterruptedException {
        Services starting = Objects.requireNonNull(services);
        readiness.await(starting.service("traffic-service"), starting.edge());
    }

    public Ports ports() {
        return ports;
    }

    /** Where Kafka's clients connect. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.broker();
    }

    /** All topics that were created. */
    public List<String> topics() {
        return topics;
    }

    /** The process that runs a program now. */
    public ProcessHandle process(String program) {
        return children.child(program).handle();
    }

    /** Where a service says that it is ready. */
    public String readinessUrl(String service) {
        return Services.readyAt(ports, service);
    }

    @Override
    public void close() throws IOException {
        children.close();
        EmbeddedBroker runningBroker = broker;
        if (runningBroker != null) {
            runningBroker.close();
        }
        EmbeddedDatabase runningDatabase = database;
        if (runningDatabase != null) {
            runningDatabase.close();
        }
    }

    private List<Starting> startGateways(Estate estate) throws CannotStart, IOException {
        ChildProcess blue =
                programs.simulator(
                        RegistryFile.BLUE,
                        "cassandra",
                        ports.blueAdmin(),
                        ports.blueProxy(),
                        estate,
                        databases.simulatorOptions(RegistryFile.BLUE));
        ChildProcess green =
                programs.simulator(
                        RegistryFile.GREEN,
                        "postgres",
                        ports.greenAdmin(),
                        ports.greenProxy(),
                        Estate.empty(),
                        databases.simulatorOptions(RegistryFile.GREEN));
        return List.of(
                new Starting(blue, RegistryFile.loopback(ports.blueAdmin()) + "/status"),
                new Starting(green, RegistryFile.loopback(ports.greenAdmin()) + "/status"));
    }

    private Services services() throws IOException {
        EmbeddedDatabase running = Objects.requireNonNull(database);
        return Services.in(
                data,
                programs,
                ports,
                bootstrapServers(),
                running.reactiveUrl(),
                running.jdbcUrl(),
                databases);
    }

    private EmbeddedDatabase startDatabase() {
        try {
            return EmbeddedDatabase.start(data.resolve("postgres"), ports.database());
        } catch (IOException failed) {
            throw new CompletionException(failed);
        }
    }

    private static void await(CompletableFuture<Void> ready)
            throws CannotStart, InterruptedException {
        try {
            ready.get();
        } catch (ExecutionException failed) {
            throw new CannotStart("PostgreSQL did not start: " + failed, failed);
        }
    }
}
