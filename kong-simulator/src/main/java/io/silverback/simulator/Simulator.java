package io.silverback.simulator;

import io.silverback.simulator.admin.AdminApi;
import io.silverback.simulator.admin.Node;
import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Entities.SecretForm;
import io.silverback.simulator.faults.Control;
import io.silverback.simulator.faults.Faults;
import io.silverback.simulator.faults.Journal;
import io.silverback.simulator.load.DeckLoader;
import io.silverback.simulator.proxy.Gateway;
import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.MemoryDatabase;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** A running simulated Kong: the entry for tests that want one in their own process. */
public final class Simulator implements AutoCloseable {
    private final Vertx vertx;
    private final int adminPort;
    private final int proxyPort;
    private final Journal journal;
    private final int loaded;

    private Simulator(Vertx vertx, int adminPort, int proxyPort, Journal journal, int loaded) {
        this.vertx = vertx;
        this.adminPort = adminPort;
        this.proxyPort = proxyPort;
        this.journal = journal;
        this.loaded = loaded;
    }

    /**
     * Loads the files, opens both ports and returns when they are open.
     *
     * @throws PortInUseException when another process has a port
     * @throws DeckLoader.Unloadable when a file cannot be loaded
     */
    public static Simulator start(SimulatorOptions options) {
        return start(options, Clock.systemUTC());
    }

    /** As {@link #start(SimulatorOptions)}, with a time of its own. */
    public static Simulator start(SimulatorOptions options, Clock clock) {
        Catalogue catalogue = Catalogue.of(options.enterprise());
        Database database = new MemoryDatabase(catalogue, options.database());
        Entities entities = new Entities(database, clock);
        Ports ports = new Ports(options);
        try {
            AdminApi api = new AdminApi(database, entities, node(options), options.adminToken());
            int loaded = load(options, catalogue, entities, api);
            Journal journal = new Journal(clock);
            Faults proxyFaults = new Faults(options.seed());
            Faults adminFaults = new Faults(options.seed() + 1);
            String server = "kong/" + options.version();
            ProxyPort proxy =
                    new ProxyPort(new Gateway(database, clock), ports.faulty(proxyFaults), server);
            AdminPort admin =
                    new AdminPort(
                            api,
                            new Control(proxyFaults, adminFaults, journal),
                            journal,
                            ports.faulty(adminFaults),
                            server);
            int proxyPort = ports.openProxy(proxy);
            return new Simulator(ports.vertx(), ports.openAdmin(admin), proxyPort, journal, loaded);
        } catch (PortInUseException | DeckLoader.Unloadable e) {
            ports.close();
            throw e;
        }
    }

    private static Node node(SimulatorOptions options) {
        return new Node(
                options.name(),
                UUID.randomUUID().toString(),
                options.version(),
                options.database(),
                options.enterprise(),
                options.adminPort(),
                options.proxyPort());
    }

    private static int load(
            SimulatorOptions options, Catalogue catalogue, Entities entities, AdminApi api) {
        SecretForm form = options.hashedCredentials() ? SecretForm.HASHED : SecretForm.PLAIN;
        DeckLoader loader = new DeckLoader(catalogue, entities, form);
        int loaded = 0;
        for (Path file : options.files()) {
            loaded += loader.load(file, api.workspaces()::idOf);
        }
        return loaded;
    }

    /** Where the Admin API listens, on 127.0.0.1. */
    public int adminPort() {
        return adminPort;
    }

    /** Where the proxy listens, on 127.0.0.1. */
    public int proxyPort() {
        return proxyPort;
    }

    /** The address of the Admin API. */
    public URI adminUrl() {
        return URI.create("http://127.0.0.1:" + adminPort);
    }

    /** The address of the proxy. */
    public URI proxyUrl() {
        return URI.create("http://127.0.0.1:" + proxyPort);
    }

    /** The writes that the Admin API was asked for. */
    public Journal journal() {
        return journal;
    }

    /** How many entities the files held. */
    public int loaded() {
        return loaded;
    }

    /** Closes both ports. */
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
