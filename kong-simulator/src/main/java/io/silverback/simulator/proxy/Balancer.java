package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import io.silverback.simulator.store.Table;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Chooses the target of a call: a service's own host, or one of its upstream's by weight. */
final class Balancer {
    private final Database database;
    private final Map<String, AtomicLong> turns = new ConcurrentHashMap<>();

    Balancer(Database database) {
        this.database = database;
    }

    /** Null when a target was chosen, else the answer. */
    @Nullable Answer choose(Exchange exchange, Row service) {
        Document entity = service.document();
        String host = String.valueOf(entity.get("host"));
        boolean tls = "https".equals(entity.text("protocol"));
        Row upstream = database.table("upstreams", exchange.workspace()).find("name", host);
        if (upstream == null) {
            int port = (int) entity.number("port", 80);
            Target target = new Target(Target.nameOf(service), host, port, tls);
            exchange.call().to(target, hostHeader(exchange, target, host));
            return null;
        }
        Row row = pick(exchange, upstream);
        if (row == null) {
            return Answer.message(503, "failure to get a peer from the ring-balancer");
        }
        Target target = target(Target.nameOf(service), row, tls);
        String name = upstream.document().text("host_header");
        exchange.call()
                .to(target, hostHeader(exchange, target, name == null ? target.host() : name));
        return null;
    }

    private static Target target(String service, Row row, boolean tls) {
        String address = String.valueOf(row.document().get("target"));
        int colon = address.lastIndexOf(':');
        int port = Integer.parseInt(address.substring(colon + 1));
        return new Target(service, address.substring(0, colon), port, tls);
    }

    private static String hostHeader(Exchange exchange, Target target, String name) {
        MatchedRoute matched = exchange.matched();
        return matched != null && matched.route().preservesHost()
                ? exchange.request().host()
                : target.hostHeader(name);
    }

    private @Nullable Row pick(Exchange exchange, Row upstream) {
        Table targets = database.table("targets", exchange.workspace());
        List<Row> candidates =
                targets.childrenOf("upstream", upstream.id()).values().stream()
                        .filter(row -> weight(row) > 0)
                        .toList();
        long total = candidates.stream().mapToLong(Balancer::weight).sum();
        if (total == 0) {
            return null;
        }
        long at = Math.floorMod(HashInput.of(exchange, upstream, this::turn) * 61, total);
        for (Row row : candidates) {
            at -= weight(row);
            if (at < 0) {
                return row;
            }
        }
        return null;
    }

    private static long weight(Row target) {
        return target.document().number("weight", 100);
    }

    private long turn(Row upstream) {
        return turns.computeIfAbsent(upstream.id(), any -> new AtomicLong()).getAndIncrement();
    }
}
