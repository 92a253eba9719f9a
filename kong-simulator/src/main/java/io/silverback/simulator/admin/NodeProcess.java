package io.silverback.simulator.admin;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Lazy;
import io.silverback.simulator.schema.Overlay;
import io.silverback.simulator.schema.Resources;
import io.silverback.simulator.store.Manners;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a node measures of its own process: memory, connections, workers. */
final class NodeProcess {
    private static final long MASTER = ProcessHandle.current().pid();

    private final Lazy<Document> declared;
    private final boolean onCassandra;
    private final AtomicLong requests = new AtomicLong();
    private final Lazy<Timers> timers;

    NodeProcess(Node node) {
        this.declared =
                new Lazy<>(
                        () -> Overlay.of(node.version()).over("node", Resources.read("node.yaml")));
        this.onCassandra = node.manners() == Manners.CASSANDRA;
        this.timers = new Lazy<>(() -> timers(declared.get()));
    }

    private static Timers timers(Document declared) {
        long workers = declared.document("workers").number("count", 1);
        return new Timers(declared.document("timers"), workers);
    }

    void served() {
        requests.incrementAndGet();
    }

    /** What {@code /timers} shows, or null where this version has no such path. */
    @Nullable Document timers() {
        return timers.get().areShown() ? timers.get().shown() : null;
    }

    /** How many timers {@code /} shows. */
    Document timerCounts() {
        return declared.get().document("rootTimers");
    }

    Document status() {
        long total = requests.get();
        Document server =
                Document.of("connections_active", 1)
                        .with("connections_reading", 0)
                        .with("connections_writing", 1)
                        .with("connections_waiting", 0)
                        .with("connections_accepted", total)
                        .with("connections_handled", total)
                        .with("total_requests", total);
        return Document.of("database", Document.of("reachable", true))
                .with(
                        "memory",
                        Document.of("lua_shared_dicts", memory()).with("workers_lua_vms", heaps()))
                .with("server", server);
    }

    private Document memory() {
        Document shown = new Document();
        Document memory = Document.of(declared.get().document("memory"));
        if (onCassandra) {
            memory.putAll(declared.get().document("memoryOnCassandra"));
        }
        memory.forEach(
                (name, value) -> {
                    List<?> sizes = memory.list(name);
                    shown.put(
                            name,
                            Document.of("capacity", mebibytes(sizes.get(0)))
                                    .with("allocated_slabs", mebibytes(sizes.get(1))));
                });
        return shown;
    }

    private List<Document> heaps() {
        Object heap = declared.get().document("workers").getOrDefault("heap", 0);
        return workers().stream()
                .map(pid -> Document.of("pid", pid).with("http_allocated_gc", mebibytes(heap)))
                .toList();
    }

    private static String mebibytes(Object size) {
        return String.format(Locale.ROOT, "%.2f MiB", ((Number) size).doubleValue());
    }

    Document pids() {
        return Document.of("master", MASTER).with("workers", workers());
    }

    private List<Long> workers() {
        int count = (int) declared.get().document("workers").number("count", 1);
        return IntStream.rangeClosed(1, count).mapToObj(worker -> MASTER + worker).toList();
    }

    /** The version that a plugin shows: its own, or the node's. */
    String versionOf(String plugin, String version) {
        String own = declared.get().document("pluginVersions").text(plugin);
        return own == null ? version : own;
    }

    /** Whether plugins are shown with version and priority, or just as there. */
    boolean describesPlugins() {
        return !Boolean.FALSE.equals(declared.get().get("describesPlugins"));
    }
}
