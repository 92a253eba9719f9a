package io.silverback.simulator;

import io.silverback.simulator.faults.Faults;
import io.silverback.simulator.proxy.EchoUpstream;
import io.silverback.simulator.proxy.Gateway;
import io.silverback.simulator.proxy.LogSink;
import io.silverback.simulator.proxy.Traffic;
import io.silverback.simulator.proxy.Upstream;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.tls.ServerNameKeys;
import io.silverback.simulator.tls.Vaults;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/** Opens the proxies of nodes and data planes; what they send to is the same for all. */
final class Proxies {
    private final SimulatorOptions options;
    private final Ports ports;
    private final Clock clock;
    private final Faults faults;
    private final Upstream forwarding;
    private final Upstream upstream;
    private final LogSink sink;

    Proxies(SimulatorOptions options, Ports ports, Clock clock, Faults faults) {
        this.options = options;
        this.ports = ports;
        this.clock = clock;
        this.faults = faults;
        this.forwarding = new ForwardingUpstream(ports.vertx());
        this.upstream = options.forwarding() ? forwarding : new EchoUpstream();
        this.sink = new HttpLogSink(ports.vertx());
    }

    /** The ports of a proxy and what it served. */
    record Open(int port, int tlsPort, Traffic traffic) {
        static final Open NONE = new Open(0, 0, new Traffic());
    }

    /** A gateway that serves from what a node or data plane sees. */
    Gateway gateway(Database seen) {
        return new Gateway(seen, clock, sink);
    }

    /** Opens the ports of a gateway, by the number of its node. */
    Open open(int number, Database seen, Gateway gateway, BooleanSupplier running) {
        FaultyPort faulty = ports.faulty(faults, number);
        ProxyPort port = new ProxyPort(gateway, upstream, forwarding, faulty, options.server());
        Gate gate = Gate.of(running, port::handle);
        ServerNameKeys keys = new ServerNameKeys(seen, new Vaults(seen, options.environment()));
        return new Open(
                ports.openProxy(number, gate),
                ports.openTls(number, keys, gate),
                gateway.traffic());
    }
}
