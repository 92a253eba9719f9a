package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.schema.KeyspaceMetadata;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import io.silverback.kong.database.schema.CassandraSchema;
import io.silverback.kong.database.schema.CassandraTable;

/** A keyspace that is there, and whether a backup may be brought back into it. Only reads. */
record EmptyKeyspace(CqlSession session, KeyspaceMetadata keyspace) {

    /** Refuses rows in any table, and tables of another form than the backup's. */
    void check(CassandraSchema backup) throws RestoreRefusedException {
        for (TableMetadata table : keyspace.getTables().values()) {
            CassandraTable found = Keyspace.table(table);
            CassandraTable wanted = backup.tables().get(found.name());
            if (wanted == null) {
                throw new RestoreRefusedException(found.name(), "is none of the backup's");
            }
            if (!wanted.columns().equals(found.columns())
                    || !wanted.partitionKey().equals(found.partitionKey())
                    || !wanted.clusteringKey().equals(found.clusteringKey())) {
                throw new RestoreRefusedException(
                        found.name(), "has other columns or keys than the backup's");
            }
            refuseRows(table);
        }
    }

    private void refuseRows(TableMetadata table) throws RestoreRefusedException {
        String any =
                "SELECT * FROM "
                        + keyspace.getName().asCql(true)
                        + "."
                        + table.getName().asCql(true)
                        + " LIMIT 1";
        if (session.execute(any).one() != null) {
            throw new RestoreRefusedException(
                    table.getName().asInternal(),
                    "holds rows: a backup is restored into an empty keyspace only");
        }
    }
}
