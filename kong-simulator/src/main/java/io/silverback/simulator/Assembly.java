package io.silverback.simulator;

import io.silverback.simulator.admin.AdminApi;
import io.silverback.simulator.admin.Cluster;
import io.silverback.simulator.admin.Node;
import io.silverback.simulator.admin.Traditional;
import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.entity.Entities.SecretForm;
import io.silverback.simulator.entity.Race;
import io.silverback.simulator.faults.Control;
import io.silverback.simulator.faults.DatabaseFault;
import io.silverback.simulator.faults.Extension;
import io.silverback.simulator.faults.Faults;
import io.silverback.simulator.faults.Journal;
import io.silverback.simulator.hybrid.ControlPlane;
import io.silverback.simulator.hybrid.DataPlane;
import io.silverback.simulator.hybrid.Fleet;
import io.silverback.simulator.hybrid.FleetControl;
import io.silverback.simulator.hybrid.StatusApi;
import io.silverback.simulator.load.DeckLoader;
import io.silverback.simulator.nodes.AnnouncingDatabase;
import io.silverback.simulator.nodes.ClusterEvent;
import io.silverback.simulator.nodes.ClusterEvents;
import io.silverback.simulator.nodes.Mailbox;
import io.silverback.simulator.nodes.Neighbours;
import io.silverback.simulator.nodes.NodeControl;
import io.silverback.simulator.nodes.NodeView;
import io.silverback.simulator.nodes.RowsControl;
import io.silverback.simulator.nodes.Time;
import io.silverback.simulator.proxy.Gateway;
import io.silverback.simulator.proxy.Metrics;
import io.silverback.simulator.proxy.TrafficControl;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.postgres.PostgresDatabase;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Puts the parts of a simulated Kong together, on the ports that they get. */
final class Assembly {
    private final SimulatorOptions options;
    private final Ports ports;
    private final Time time;
    private final Database database;
    private final Faults proxyFaults;
    private final Faults adminFaults;
    private final Proxies proxies;
    private final Journal journal;
    private final DatabaseFault databaseFault = new DatabaseFault();
    private final ClusterEvents events = new ClusterEvents();

    Assembly(SimulatorOptions options, Ports ports, Time time, Database database) {
        this.options = options;
        this.ports = ports;
        this.time = time;
        this.database = database;
        this.proxyFaults = new Faults(options.seed());
        this.adminFaults = new Faults(options.seed() + 1);
        this.proxies = new Proxies(options, ports, time.clock(), proxyFaults);
        this.journal = new Journal(time.clock());
    }

    Journal journal() {
        return journal;
    }

    /** Loads the files; how many entities they held. */
    int load() {
        Entities entities = new Entities(database, time.clock());
        AdminApi api = new AdminApi(database, entities, node(0, new Traditional(() -> {})), null);
        SecretForm form = options.hashedCredentials() ? SecretForm.HASHED : SecretForm.PLAIN;
        DeckLoader loader = new DeckLoader(database.catalogue(), entities, form);
        int loaded = 0;
        for (Path file : options.files()) {
            loaded += loader.load(file, api.workspaces()::idOf);
        }
        return loaded;
    }

    /** Nodes that serve from the database, each through its own caches. */
    List<OpenNode> traditional(Topology.Traditional topology) {
        Neighbours neighbours = new Neighbours(database, time, topology.interval(), events);
        List<OpenNode> nodes = new ArrayList<>();
        for (int i = 0; i < topology.nodes(); i++) {
            NodeView view = neighbours.add();
            Gateway gateway = proxies.gateway(view);
            AdminPort admin =
                    admin(
                            i,
                            neighbours.writtenBy(view),
                            new Traditional(view::purge),
                            gateway.metrics(),
                            List.of(new NodeControl(view), new TrafficControl(gateway.traffic())));
            Proxies.Open proxy = proxies.open(i, view, gateway, () -> true);
            nodes.add(new OpenNode(openAdmin(i, admin::handle), proxy, 0));
        }
        return nodes;
    }

    /** A control plane, and data planes that serve from what it pushes. */
    Fleet hybrid(Topology.Hybrid topology, List<OpenNode> nodes) {
        ControlPlane control =
                new ControlPlane(database, time, options.version(), topology.interval());
        Fleet fleet = new Fleet(control, database);
        events.read(
                new Mailbox(time, topology.interval()),
                event -> {
                    if (event.channel().equals(ClusterEvent.PUSH)) {
                        control.changed();
                    }
                });
        Database announced = new AnnouncingDatabase(database, change -> control.changed());
        AdminPort admin =
                admin(0, announced, control, new Metrics(), List.of(new FleetControl(fleet)));
        Gate gate = Gate.withControl(control::isRunning, admin::handle);
        nodes.add(new OpenNode(openAdmin(0, gate), Proxies.Open.NONE, 0));
        topology.dataPlanes().forEach(plane -> nodes.add(open(fleet.add(plane), nodes.size() - 1)));
        return fleet;
    }

    /** Reads Kong's table of events as often as its nodes do, where there is one. */
    void hearEvents() {
        if (database instanceof PostgresDatabase postgres) {
            new EventPoll(postgres.events(), events, time, options.topology().interval()).next();
        }
    }

    /** Lets go of the database. */
    void close() {
        if (database instanceof PostgresDatabase postgres) {
            postgres.close();
        }
    }

    private OpenNode open(DataPlane plane, int number) {
        Gateway gateway = proxies.gateway(plane.database());
        StatusPort status =
                new StatusPort(new StatusApi(plane), gateway.metrics(), options.server());
        int first = options.topology() instanceof Topology.Hybrid hybrid ? hybrid.statusPort() : 0;
        Gate gate = Gate.of(plane::isRunning, status::handle);
        return new OpenNode(
                0,
                proxies.open(number, plane.database(), gateway, plane::isRunning),
                ports.openOne("status API", first, number, gate));
    }

    private int openAdmin(int number, Handler<HttpServerRequest> handler) {
        return ports.openOne("Admin API", options.adminPort(), number, handler);
    }

    private AdminPort admin(
            int number,
            Database written,
            Cluster cluster,
            Metrics metrics,
            List<Extension> extensions) {
        AdminApi api =
                new AdminApi(
                        written,
                        new Entities(written, time.clock(), race()),
                        node(number, cluster),
                        options.adminToken());
        List<Extension> all = new ArrayList<>(extensions);
        all.add(new RowsControl(database));
        all.add(events);
        Control control = new Control(proxyFaults, adminFaults, databaseFault, journal, all);
        return new AdminPort(
                api,
                control,
                databaseFault,
                journal,
                metrics,
                ports.faulty(adminFaults, number),
                options.server());
    }

    private Race race() {
        return options.database() == Manners.CASSANDRA ? new LoopRace(ports.vertx()) : Race.NONE;
    }

    private Node node(int number, Cluster cluster) {
        return new Node(
                options.name(),
                UUID.randomUUID().toString(),
                options.version(),
                options.database(),
                options.enterprise(),
                options.adminPort() + number,
                options.proxyPort() + number,
                cluster,
                options.settings());
    }

    /** The ports of a node; 0 for one that it does not have. */
    record OpenNode(int adminPort, Proxies.Open proxy, int statusPort) {}
}
