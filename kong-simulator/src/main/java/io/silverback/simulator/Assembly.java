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
import io.silverback.simulator.proxy.EchoUpstream;
import io.silverback.simulator.proxy.Gateway;
import io.silverback.simulator.proxy.LogSink;
import io.silverback.simulator.proxy.Metrics;
import io.silverback.simulator.proxy.Traffic;
import io.silverback.simulator.proxy.TrafficControl;
import io.silverback.simulator.proxy.Upstream;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.postgres.PostgresDatabase;
import io.silverback.simulator.tls.ServerNameKeys;
import io.silverback.simulator.tls.Vaults;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Puts the parts of a simulated Kong together, on the ports that they get. */
final class Assembly {
    private final SimulatorOptions options;
    private final Ports ports;
    private final Time time;
    private final Database database;
    private final Faults proxyFaults;
    private final Faults adminFaults;
    private final Journal journal;
    private final DatabaseFault databaseFault = new DatabaseFault();
    private final Upstream forwarding;
    private final Upstream upstream;
    private final LogSink sink;
    private final ClusterEvents events = new ClusterEvents();

    Assembly(SimulatorOptions options, Ports ports, Time time, Database database) {
        this.options = options;
        this.ports = ports;
        this.time = time;
        this.database = database;
        this.proxyFaults = new Faults(options.seed());
        this.adminFaults = new Faults(options.seed() + 1);
        this.journal = new Journal(time.clock());
        this.forwarding = new ForwardingUpstream(ports.vertx());
        this.upstream = options.forwarding() ? forwarding : new EchoUpstream();
        this.sink = new HttpLogSink(ports.vertx());
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
            Gateway gateway = gateway(view);
            AdminPort admin =
                    admin(
                            i,
                            neighbours.writtenBy(view),
                            new Traditional(view::purge),
                            gateway.metrics(),
                            List.of(new NodeControl(view), new TrafficControl(gateway.traffic())));
            OpenProxy proxy = openProxy(i, view, gateway, () -> true);
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
        Handler<HttpServerRequest> gate =
                gate(control::isRunning, Assembly::isForControl, admin::handle);
        nodes.add(new OpenNode(openAdmin(0, gate), OpenProxy.NONE, 0));
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
        Gateway gateway = gateway(plane.database());
        StatusPort status = new StatusPort(new StatusApi(plane), gateway.metrics(), server());
        int first = options.topology() instanceof Topology.Hybrid hybrid ? hybrid.statusPort() : 0;
        return new OpenNode(
                0,
                openProxy(number, plane.database(), gateway, plane::isRunning),
                ports.openOne(
                        "status API",
                        first,
                        number,
                        gate(plane::isRunning, any -> false, status::handle)));
    }

    /** Closes the connections of a node that does not run. */
    private static Handler<HttpServerRequest> gate(
            BooleanSupplier running,
            Predicate<HttpServerRequest> always,
            Handler<HttpServerRequest> inner) {
        return request -> {
            if (running.getAsBoolean() || always.test(request)) {
                inner.handle(request);
            } else {
                request.connection().close();
            }
        };
    }

    private static boolean isForControl(HttpServerRequest request) {
        return FaultyPort.path(request).startsWith(Control.PREFIX);
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
                server());
    }

    private Race race() {
        return options.database() == Manners.CASSANDRA ? new LoopRace(ports.vertx()) : Race.NONE;
    }

    private Gateway gateway(Database seen) {
        return new Gateway(seen, time.clock(), sink);
    }

    private OpenProxy openProxy(
            int number, Database seen, Gateway gateway, BooleanSupplier running) {
        ProxyPort port =
                new ProxyPort(
                        gateway, upstream, forwarding, ports.faulty(proxyFaults, number), server());
        Handler<HttpServerRequest> gate = gate(running, any -> false, port::handle);
        ServerNameKeys keys = new ServerNameKeys(seen, new Vaults(seen, options.environment()));
        return new OpenProxy(
                ports.openProxy(number, gate),
                ports.openTls(number, keys, gate),
                gateway.traffic());
    }

    private String server() {
        return "kong/" + options.version();
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
    record OpenNode(int adminPort, OpenProxy proxy, int statusPort) {}

    /** The ports of a proxy and what it served. */
    record OpenProxy(int port, int tlsPort, Traffic traffic) {
        static final OpenProxy NONE = new OpenProxy(0, 0, new Traffic());
    }
}
