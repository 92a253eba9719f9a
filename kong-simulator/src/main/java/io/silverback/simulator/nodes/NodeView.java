package io.silverback.simulator.nodes;

import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.Row;
import io.silverback.simulator.store.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The database as the proxy of one node sees it: through a router, plugins and balancers that it
 * has built, and through caches of all else, misses included. A row that comes into the database
 * without an Admin API is seen only after what makes a real Kong see it.
 */
public final class NodeView implements Database {
    private final Database source;
    private final Time time;
    private final Duration interval;
    private final Built router;
    private final Built plugins;
    private final Built balancers;
    private final Map<String, Lookups> lookups = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> versions = new ConcurrentHashMap<>();

    /** A view of a database; the interval is how often the node builds anew at most. */
    public NodeView(Database source, Time time, Duration interval) {
        this.source = source;
        this.time = time;
        this.interval = interval;
        this.router = new Built(source, Set.of("routes", "services"));
        this.plugins = new Built(source, Set.of("plugins"));
        this.balancers = new Built(source, Set.of("upstreams", "targets"));
        restart();
    }

    /** An Admin API has written a row. */
    public void changed(Change change) {
        String entity = change.type().name();
        Built built = built(entity);
        if (built != null) {
            built.outdate();
            return;
        }
        lookups(entity).forget(change.type(), change.before());
        lookups(entity).forget(change.type(), change.after());
        version(entity, 1);
    }

    /**
     * {@code DELETE /cache}: what was looked up is forgotten at once, router and plugins are built
     * anew by the end of the interval, balancers stay.
     */
    public void purge() {
        forgetLookups();
        Runnable outdate =
                () -> {
                    router.outdate();
                    plugins.outdate();
                };
        if (interval.isZero()) {
            outdate.run();
        } else {
            time.after(interval, outdate);
        }
    }

    /** {@code kong reload}: router, plugins and balancers are built anew, cached misses stay. */
    public void reload() {
        List.of(router, plugins, balancers).forEach(Built::outdate);
    }

    /** Stop and start: nothing is remembered, and what is built is built now. */
    public void restart() {
        forgetLookups();
        reload();
        List.of(router, plugins, balancers).forEach(Built::rows);
    }

    /** A row of {@code cluster_events} has come. */
    public void heard(ClusterEvent event) {
        String entity = event.entity();
        if (event.channel().startsWith("balancer:")) {
            balancers.outdate();
        } else if (entity.equals("router")) {
            router.outdate();
        } else if (entity.equals("plugins_iterator")) {
            plugins.outdate();
        } else if (event.isInvalidation() && lookups.containsKey(entity)) {
            lookups(entity).forget(entity, event.key());
            version(entity, 1);
        }
    }

    private void forgetLookups() {
        lookups.values().forEach(Lookups::clear);
        versions.keySet().forEach(entity -> version(entity, 1));
    }

    private Lookups lookups(String entity) {
        return lookups.computeIfAbsent(entity, any -> new Lookups());
    }

    private @Nullable Built built(String entity) {
        return router.holds(entity)
                ? router
                : plugins.holds(entity) ? plugins : balancers.holds(entity) ? balancers : null;
    }

    private long version(String entity, int more) {
        return versions.computeIfAbsent(entity, any -> new AtomicLong()).addAndGet(more);
    }

    @Override
    public Manners manners() {
        return source.manners();
    }

    @Override
    public Catalogue catalogue() {
        return source.catalogue();
    }

    @Override
    public Table table(EntityType type, String workspace) {
        Built built = built(type.name());
        return built == null
                ? cached(source.table(type, workspace), type.workspaced() ? workspace : "")
                : built.rows().table(type, workspace);
    }

    @Override
    public Stream<Table> tables(String entity) {
        Built built = built(entity);
        return built == null ? source.tables(entity) : built.rows().tables(entity);
    }

    private Table cached(Table table, String workspace) {
        return new CachedTable(table, workspace, lookups(table.type().name()));
    }

    @Override
    public void put(EntityType type, Row row) {
        source.put(type, row);
        changed(new Change(type, null, row));
    }

    @Override
    public void remove(EntityType type, String workspace, String id) {
        Row row = source.table(type, workspace).get(id);
        source.remove(type, workspace, id);
        changed(new Change(type, row, null));
    }

    @Override
    public long version(String entity) {
        Built built = built(entity);
        return built == null ? version(entity, 0) : built.version();
    }
}
