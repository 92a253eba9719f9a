package io.silverback.console.plan;

import io.silverback.contracts.CutoverRequested.Window;
import io.silverback.contracts.GatePolicy;
import io.silverback.contracts.Mode;
import io.silverback.contracts.RowsPolicy;
import io.silverback.contracts.SyncPolicy;
import io.silverback.contracts.TransportChoice;
import io.silverback.contracts.VerifyPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan with its defaults filled in; every name in it is registered.
 *
 * @param change the change's number, shown at every gate
 * @param hash of the canonical plan without its mode, so that a rehearsal speaks for the run
 */
public record Plan(
        String name,
        @Nullable String change,
        Mode mode,
        String blue,
        String green,
        List<String> workspaces,
        TransportChoice transport,
        SyncPolicy sync,
        RowsPolicy rows,
        VerifyPolicy verify,
        GatePolicy executionGate,
        GatePolicy cutoverGate,
        @Nullable Window window,
        List<PlannedCutover> cutovers,
        String hash) {

    public Plan {
        workspaces = List.copyOf(workspaces);
        cutovers = List.copyOf(cutovers);
    }
}
