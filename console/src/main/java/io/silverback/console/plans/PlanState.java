package io.silverback.console.plans;

import com.fasterxml.jackson.annotation.JsonValue;
import io.silverback.console.cutovers.Cutover;
import io.silverback.console.cutovers.CutoverState;
import io.silverback.console.gates.Gate;
import io.silverback.console.migrations.Migration;
import io.silverback.console.migrations.MigrationState;
import io.silverback.contracts.GoNoGo;
import java.util.List;
import java.util.Locale;

/** What became of a plan as a whole. */
public enum PlanState {
    LIVE,
    COMPLETED,
    REHEARSED,
    ROLLED_BACK,
    FAILED,
    STOPPED;

    /** The state as it is spelt everywhere. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Over when all has ended, its traffic was given back, or somebody said no-go; worst wins. */
    static PlanState of(List<Migration> migrations, List<Cutover> cutovers, List<Gate> gates) {
        boolean allEnded = migrations.stream().allMatch(Migration::ended);
        boolean givenBack =
                !cutovers.isEmpty()
                        && cutovers.stream().allMatch(Cutover::ended)
                        && cutovers.stream().anyMatch(c -> c.state() == CutoverState.ROLLED_BACK);
        if (!allEnded && !givenBack) {
            return gates.stream().anyMatch(gate -> gate.status() == GoNoGo.Status.NO_GO)
                    ? STOPPED
                    : LIVE;
        }
        if (any(migrations, MigrationState.FAILED)) {
            return FAILED;
        }
        if (givenBack
                || any(migrations, MigrationState.ROLLED_BACK)
                || any(migrations, MigrationState.UNDONE)) {
            return ROLLED_BACK;
        }
        return any(migrations, MigrationState.REHEARSED) ? REHEARSED : COMPLETED;
    }

    private static boolean any(List<Migration> migrations, MigrationState state) {
        return migrations.stream().anyMatch(migration -> migration.state() == state);
    }
}
