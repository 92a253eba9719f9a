package io.silverback.simulator.nodes;

import io.silverback.simulator.faults.Extension;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /__simulator/cluster-events}: a row with {@code channel} and {@code data} comes into
 * that table, which every node reads.
 */
public final class ClusterEvents implements Extension {
    private final List<Consumer<ClusterEvent>> readers = new CopyOnWriteArrayList<>();
    private final List<Consumer<ClusterEvent>> nodes = new CopyOnWriteArrayList<>();

    /** A node reads the table from now on, when it looks into its mailbox. */
    public void read(Mailbox mailbox, Consumer<ClusterEvent> node) {
        nodes.add(node);
        readers.add(event -> mailbox.leave(() -> node.accept(event)));
    }

    /** A row comes. */
    public void add(ClusterEvent event) {
        readers.forEach(reader -> reader.accept(event));
    }

    /** A row is read by all nodes now. */
    public void deliver(ClusterEvent event) {
        nodes.forEach(node -> node.accept(event));
    }

    @Override
    public @Nullable Object answer(String method, List<String> path, byte[] body) {
        Map<?, ?> sent = Json.object(body);
        if (!path.equals(List.of("cluster-events")) || !method.equals("POST") || sent == null) {
            return null;
        }
        Document row = Document.of(sent);
        add(new ClusterEvent(String.valueOf(row.get("channel")), String.valueOf(row.get("data"))));
        return row;
    }
}
