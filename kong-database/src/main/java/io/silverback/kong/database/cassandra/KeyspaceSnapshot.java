package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.metadata.NodeState;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import com.datastax.oss.driver.api.core.metadata.token.TokenRange;
import io.silverback.kong.database.schema.CassandraSchema;
import io.silverback.kong.database.snapshot.Manifest;
import io.silverback.kong.database.snapshot.Part;
import io.silverback.kong.database.snapshot.Parts;
import io.silverback.kong.database.snapshot.Snapshot;
import io.silverback.kong.database.snapshot.TableEntry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Reads a whole keyspace into parts, several token ranges at a time. Blocks. */
public final class KeyspaceSnapshot {

    private static final int FORMAT = 1;

    private final CqlSession session;
    private final SnapshotPlan plan;

    /** A snapshot to be taken over the session. */
    public KeyspaceSnapshot(CqlSession session, SnapshotPlan plan) {
        this.session = session;
        this.plan = plan;
    }

    /**
     * Takes it.
     *
     * @return SHA-256 of the manifest, which is what {@link Snapshot#open} asks for
     */
    public String take(Parts parts) throws IOException {
        Instant begun = Instant.now();
        Keyspace keyspace = Keyspace.of(session, plan.keyspace());
        CassandraSchema schema = keyspace.schema();
        List<TableEntry> tables = new ArrayList<>();
        ExecutorService readers = Executors.newFixedThreadPool(plan.readers());
        try {
            for (TableMetadata table :
                    keyspace.tables().stream()
                            .sorted(Comparator.comparing(t -> t.getName().asInternal()))
                            .toList()) {
                tables.add(read(table, parts, readers));
            }
        } finally {
            readers.shutdownNow();
        }
        Manifest manifest =
                new Manifest(
                        FORMAT,
                        plan.keyspace(),
                        keyspace.cql(),
                        plan.kongVersion(),
                        Keyspace.fingerprint(schema),
                        plan.consistency().name(),
                        notReached(),
                        begun,
                        Instant.now(),
                        tables);
        return Snapshot.seal(parts, manifest);
    }

    private TableEntry read(TableMetadata table, Parts parts, ExecutorService readers)
            throws IOException {
        Queue<TokenRange> ranges = new ConcurrentLinkedQueue<>(Ring.ranges(session));
        TableReading reading = new TableReading(table);
        List<Future<List<Part>>> running = new ArrayList<>();
        for (int i = 0; i < plan.readers(); i++) {
            String name = table.getName().asInternal() + "." + i + ".ndjson.zst";
            running.add(
                    readers.submit(new RangeReader(session, plan, reading, ranges, parts, name)));
        }
        List<Part> written = new ArrayList<>();
        for (Future<List<Part>> reader : running) {
            written.addAll(result(table, reader));
        }
        List<String> cql =
                Stream.of(table.describeWithChildren(false).split(";\\s*"))
                        .map(String::strip)
                        .filter(statement -> !statement.isEmpty())
                        .toList();
        return TableEntry.of(Keyspace.table(table), cql, written);
    }

    private List<String> notReached() {
        return session.getMetadata().getNodes().values().stream()
                .filter(node -> node.getState() != NodeState.UP)
                .map(Node::getEndPoint)
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private static List<Part> result(TableMetadata table, Future<List<Part>> reader)
            throws IOException {
        try {
            return reader.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new SnapshotFailedException(table.getName().asInternal(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The snapshot was stopped.");
        }
    }
}
