package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import com.datastax.oss.driver.api.core.metadata.token.TokenRange;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.schema.CassandraSchema;
import java.io.IOException;
import java.util.Optional;

/** The rows of a keyspace as they are now, read one range after the other. Blocks. */
public final class KeyspaceRows implements RowSource {

    private final CqlSession session;
    private final SnapshotPlan plan;

    /** Rows of the plan's keyspace, at its consistency and rate. */
    public KeyspaceRows(CqlSession session, SnapshotPlan plan) {
        this.session = session;
        this.plan = plan;
    }

    /** The keyspace's tables, asked for anew. */
    public CassandraSchema schema() {
        return Keyspace.of(session, plan.keyspace()).schema();
    }

    @Override
    public void read(String table, Visitor visitor) throws IOException {
        Optional<TableMetadata> found =
                session.getMetadata()
                        .getKeyspace(CqlIdentifier.fromInternal(plan.keyspace()))
                        .flatMap(keyspace -> keyspace.getTable(CqlIdentifier.fromInternal(table)));
        if (found.isPresent()) {
            RangePages pages = new RangePages(session, plan, new TableReading(found.get()));
            for (TokenRange range : Ring.ranges(session)) {
                pages.read(range, visitor);
            }
        }
    }
}
