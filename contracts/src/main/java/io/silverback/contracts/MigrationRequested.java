package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One workspace is to be moved: its resolved part of a plan.
 *
 * @param field where the plan names the workspace, such as {@code workspaces[1]}
 * @param planMigrationIds every migration of the plan, that of {@code _estate} first
 * @param cutoverId the cutover that moves its clients; none for {@code _estate} and rehearsals
 */
public record MigrationRequested(
        String migrationId,
        String workspace,
        String field,
        String planId,
        String planName,
        String planHash,
        @Nullable String change,
        Mode mode,
        String blue,
        String green,
        TransportChoice transport,
        List<String> planMigrationIds,
        String estateMigrationId,
        @Nullable String cutoverId,
        SyncPolicy sync,
        RowsPolicy rows,
        VerifyPolicy verify,
        GatePolicy executionGate)
        implements Event {

    /** The workspace name of the migration that moves what belongs to no workspace. */
    public static final String ESTATE = "_estate";

    public MigrationRequested {
        planMigrationIds = List.copyOf(planMigrationIds);
    }

    /** Whether this is the plan's migration of what belongs to no workspace. */
    @JsonIgnore
    public boolean isEstate() {
        return workspace.equals(ESTATE);
    }
}
