package io.silverback.sync.syncing;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.MigrationRequested;
import io.smallrye.mutiny.Uni;
import java.util.function.BooleanSupplier;

/** The rows in green's database. Failures name gateway and cause. */
public interface GreenRows {

    /**
     * Backs green's database up as it is before the plan's first write; once for the plan.
     *
     * @param version of Kong
     * @param isHeld whether this is still the only attempt at it
     */
    Uni<Void> backUp(MigrationRequested request, String version, BooleanSupplier isHeld);

    /**
     * Loads what the snapshot of blue's rows has of the migration's workspace, in one transaction;
     * for {@code _estate} the rows of no workspace. The same dump again changes nothing.
     */
    Uni<RowLoad> load(MigrationRequested request, ConfigDumped dump);

    /** Takes back what loads of the migration's dumps up to {@code generation} brought. */
    Uni<Void> takeBack(MigrationRequested request, long generation);
}
