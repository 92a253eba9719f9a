package io.silverback.kong.database.snapshot;

import io.silverback.kong.database.MemoryRows;
import io.silverback.kong.database.Recorded;
import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.schema.CassandraTable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Snapshots of rows in memory. */
public final class Snapshots {

    private Snapshots() {}

    /** Writes the rows as a snapshot of the recorded keyspace; the manifest's SHA-256. */
    public static String write(MemoryRows rows, Parts parts) throws IOException {
        List<TableEntry> tables = new ArrayList<>();
        for (CassandraTable table : Recorded.cassandraSchema().tables().values()) {
            PartWriter writer = new PartWriter(parts, table.name() + ".0.ndjson.zst");
            for (SourceRow row : rows.rows(table.name())) {
                writer.write(row);
            }
            tables.add(TableEntry.of(table, List.of(), List.of(writer.end())));
        }
        return Snapshot.seal(
                parts,
                new Manifest(
                        1,
                        "kong",
                        "CREATE KEYSPACE kong",
                        "3.3.1",
                        "fingerprint",
                        "ALL",
                        List.of(),
                        Instant.now(),
                        Instant.now(),
                        tables));
    }
}
