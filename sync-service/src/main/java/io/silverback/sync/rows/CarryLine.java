package io.silverback.sync.rows;

import com.datastax.oss.driver.api.core.CqlSession;
import io.silverback.contracts.MigrationRequested;
import io.silverback.databases.Databases;
import io.silverback.kong.database.cassandra.KeyspaceRows;
import io.silverback.kong.database.cassandra.SnapshotPlan;
import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.conversion.Facts;
import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.WorkspaceMap;
import io.silverback.kong.database.postgres.LoadRefusedException;
import io.silverback.kong.database.postgres.PostgresCatalogue;
import io.silverback.kong.database.postgres.WorkspaceNames;
import io.silverback.kong.database.runtime.Carried;
import io.silverback.kong.database.runtime.RuntimeCarry;
import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.sync.carrying.RuntimeRows.Batch;
import io.silverback.sync.carrying.RuntimeRows.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Both databases of a batch, open from one cycle to the next. Blocks; for one thread at a time. */
final class CarryLine implements AutoCloseable {

    private final CqlSession blue;
    private final Connection green;
    private final Path scratch;
    private final RuntimeCarry carry;
    private Instant upTo;
    private long usedAt = System.nanoTime();

    private CarryLine(
            CqlSession blue, Connection green, Path scratch, RuntimeCarry carry, Instant upTo) {
        this.blue = blue;
        this.green = green;
        this.scratch = scratch;
        this.carry = carry;
        this.upTo = upTo;
    }

    /** Opens what is needed; whatever was opened before a failure is closed. */
    static CarryLine open(Databases databases, Batch batch) throws IOException, SQLException {
        CqlSession blue = databases.cassandra(batch.blue());
        boolean complete = false;
        try {
            CarryLine line = over(blue, databases, batch);
            complete = true;
            return line;
        } finally {
            if (!complete) {
                blue.close();
            }
        }
    }

    private static CarryLine over(CqlSession blue, Databases databases, Batch batch)
            throws IOException, SQLException {
        SnapshotPlan plan =
                SnapshotPlan.of(databases.keyspace(batch.blue()), "").at(batch.read().name());
        KeyspaceRows rows = new KeyspaceRows(blue, plan);
        Connection green = databases.postgres(batch.green());
        boolean complete = false;
        try {
            Path scratch = Files.createTempDirectory("silverback-carry-");
            RuntimeCarry carry = carry(rows, green, batch, scratch);
            complete = true;
            return new CarryLine(blue, green, scratch, carry, batch.since());
        } finally {
            if (!complete) {
                green.close();
            }
        }
    }

    private static RuntimeCarry carry(
            KeyspaceRows blue, Connection green, Batch batch, Path scratch)
            throws IOException, SQLException {
        PostgresSchema schema = PostgresCatalogue.read(green);
        Map<String, String> names = WorkspaceNames.of(blue);
        WorkspaceMap workspaces = WorkspaceNames.map(names, green);
        return new RuntimeCarry(
                blue,
                green,
                schema,
                Conversion.between(blue.schema(), schema, Facts.known()),
                new RuntimeCarry.CarryScope(shares(batch, names), workspaces, scratch),
                batch.since(),
                Clock.systemUTC());
    }

    private static List<RuntimeCarry.Share> shares(Batch batch, Map<String, String> names) {
        List<RuntimeCarry.Share> shares = new ArrayList<>();
        for (Member one : batch.members()) {
            String workspace = names.get(one.workspace());
            Selection selection =
                    one.workspace().equals(MigrationRequested.ESTATE)
                            ? new Selection.Estate()
                            : new Selection.Workspaces(
                                    workspace == null ? Set.of() : Set.of(workspace));
            shares.add(
                    new RuntimeCarry.Share(
                            LoadId.of(one.migrationId(), one.generation()), selection));
        }
        return shares;
    }

    /** Whether nobody else has carried since: a newer moment than ours means another process. */
    boolean continues(Batch batch) {
        return upTo.equals(batch.since());
    }

    boolean isIdleFor(Duration time) {
        return System.nanoTime() - usedAt > time.toNanos();
    }

    /** One cycle; its moment is in milliseconds, as it is kept. */
    Carried cycle() throws IOException, SQLException, LoadRefusedException {
        Carried carried = carry.cycle();
        upTo = carried.upTo().truncatedTo(ChronoUnit.MILLIS);
        usedAt = System.nanoTime();
        return new Carried(carried.rows(), carried.lag(), upTo, carried.left());
    }

    @Override
    public void close() throws IOException, SQLException {
        blue.close();
        green.close();
        Files.deleteIfExists(scratch);
    }
}
