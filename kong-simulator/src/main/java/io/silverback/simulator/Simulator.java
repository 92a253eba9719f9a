package io.silverback.simulator;

import io.silverback.simulator.Assembly.OpenNode;
import io.silverback.simulator.faults.Journal;
import io.silverback.simulator.hybrid.Fleet;
import io.silverback.simulator.hybrid.HybridPlugins;
import io.silverback.simulator.load.DeckLoader;
import io.silverback.simulator.nodes.Time;
import io.silverback.simulator.proxy.Traffic;
import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.DatabaseFailure;
import io.silverback.simulator.store.MemoryDatabase;
import io.silverback.simulator.store.postgres.KongTables;
import io.silverback.simulator.store.postgres.PostgresDatabase;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A running simulated Kong: the entry for tests that want one in their own process. */
public final class Simulator implements AutoCloseable {
    private final Ports ports;
    private final List<OpenNode> nodes;
    private final @Nullable Fleet fleet;
    private final Assembly assembly;
    private final int loaded;

    private Simulator(
            Ports ports,
            List<OpenNode> nodes,
            @Nullable Fleet fleet,
            Assembly assembly,
            int loaded) {
        this.ports = ports;
        this.nodes = List.copyOf(nodes);
        this.fleet = fleet;
        this.assembly = assembly;
        this.loaded = loaded;
    }

    /**
     * Loads the files, opens all ports and returns when they are open.
     *
     * @throws PortInUseException when another process has a port
     * @throws DeckLoader.Unloadable when a file cannot be loaded
     * @throws DatabaseFailure when the PostgreSQL of its tables does not answer
     */
    public static Simulator start(SimulatorOptions options) {
        return start(options, Clock.systemUTC());
    }

    /** As {@link #start(SimulatorOptions)}, by a clock of its own. */
    public static Simulator start(SimulatorOptions options, Clock clock) {
        CompletableFuture<Catalogue> reading =
                CompletableFuture.supplyAsync(() -> catalogue(options));
        Ports ports = new Ports(options);
        return start(options, reading.join(), ports, new RealTime(ports.vertx(), clock));
    }

    /** As {@link #start(SimulatorOptions)}, in a time that a test moves on. */
    static Simulator startIn(Time time, SimulatorOptions options) {
        return start(options, catalogue(options), new Ports(options), time);
    }

    private static Simulator start(
            SimulatorOptions options, Catalogue catalogue, Ports ports, Time time) {
        try {
            Database database = database(options, catalogue);
            Assembly assembly = new Assembly(options, ports, time, database);
            int loaded = assembly.load();
            List<OpenNode> nodes = new ArrayList<>();
            Fleet fleet = null;
            if (options.topology() instanceof Topology.Hybrid hybrid) {
                fleet = assembly.hybrid(hybrid, nodes);
            } else if (options.topology() instanceof Topology.Traditional traditional) {
                nodes.addAll(assembly.traditional(traditional));
            }
            assembly.hearEvents();
            return new Simulator(ports, nodes, fleet, assembly, loaded);
        } catch (PortInUseException | DeckLoader.Unloadable | DatabaseFailure e) {
            ports.close();
            throw e;
        }
    }

    private static Database database(SimulatorOptions options, Catalogue catalogue) {
        KongTables tables = options.tables();
        return tables == null
                ? new MemoryDatabase(catalogue, options.database())
                : PostgresDatabase.open(tables, catalogue);
    }

    private static Catalogue catalogue(SimulatorOptions options) {
        Catalogue catalogue = Catalogue.of(options.version(), options.enterprise());
        return options.topology() instanceof Topology.Hybrid
                ? catalogue.withPlugins(HybridPlugins::restricted)
                : catalogue;
    }

    /** Where the first Admin API listens, on 127.0.0.1. */
    public int adminPort() {
        return listening(OpenNode::adminPort).get(0);
    }

    /** Where the first proxy listens, on 127.0.0.1. */
    public int proxyPort() {
        return listening(node -> node.proxy().port()).get(0);
    }

    /** Where the first proxy listens for TLS, on 127.0.0.1, when it was started so. */
    public int tlsPort() {
        return listening(node -> node.proxy().tlsPort()).get(0);
    }

    /** What the first proxy served lately. */
    public Traffic traffic() {
        return nodes.stream()
                .map(OpenNode::proxy)
                .filter(proxy -> proxy.port() > 0)
                .map(Proxies.Open::traffic)
                .findFirst()
                .orElseThrow();
    }

    /** The address of the first Admin API. */
    public URI adminUrl() {
        return adminUrls().get(0);
    }

    /** The address of the first proxy. */
    public URI proxyUrl() {
        return proxyUrls().get(0);
    }

    /** The addresses of all Admin APIs, by the numbers of the nodes. */
    public List<URI> adminUrls() {
        return urls(OpenNode::adminPort);
    }

    /** The addresses of all proxies, by the numbers of the nodes or data planes. */
    public List<URI> proxyUrls() {
        return urls(node -> node.proxy().port());
    }

    /** The addresses of the data planes' status APIs; none without data planes. */
    public List<URI> statusUrls() {
        return urls(OpenNode::statusPort);
    }

    private List<URI> urls(ToIntFunction<OpenNode> port) {
        return listening(port).stream()
                .map(number -> URI.create("http://127.0.0.1:" + number))
                .toList();
    }

    private List<Integer> listening(ToIntFunction<OpenNode> port) {
        return nodes.stream().map(port::applyAsInt).filter(number -> number > 0).toList();
    }

    /**
     * The control plane and its data planes.
     *
     * @throws IllegalStateException when this is no hybrid installation
     */
    public Fleet fleet() {
        if (fleet == null) {
            throw new IllegalStateException("There is no control plane");
        }
        return fleet;
    }

    /** The writes that the Admin APIs were asked for. */
    public Journal journal() {
        return assembly.journal();
    }

    /** How many entities the files held. */
    public int loaded() {
        return loaded;
    }

    /** Closes all ports. */
    @Override
    public void close() {
        ports.close();
        assembly.close();
    }
}
