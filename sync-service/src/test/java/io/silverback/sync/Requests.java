package io.silverback.sync;

import io.silverback.contracts.GatePolicy;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Mode;
import io.silverback.contracts.RowsPolicy;
import io.silverback.contracts.SyncPolicy;
import io.silverback.contracts.TransportChoice;
import io.silverback.contracts.VerifyPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plans for tests: {@code _estate} and some workspaces, all with ids of their own. */
public final class Requests {

    private Requests() {}

    /** The requests of one plan, {@code _estate} first; without a cutover it is a rehearsal. */
    public static List<MigrationRequested> plan(boolean withCutover, String... workspaces) {
        return plan(withCutover, TransportChoice.AUTO, workspaces);
    }

    /** The same for another transport. */
    public static List<MigrationRequested> plan(
            boolean withCutover, TransportChoice transport, String... workspaces) {
        return plan(withCutover, transport, "blue", "green", workspaces);
    }

    /** The same for other gateways. */
    public static List<MigrationRequested> planOn(String blue, String green, String... workspaces) {
        return plan(true, TransportChoice.AUTO, blue, green, workspaces);
    }

    private static List<MigrationRequested> plan(
            boolean withCutover,
            TransportChoice transport,
            String blue,
            String green,
            String... workspaces) {
        String planId = UUID.randomUUID().toString();
        String cutoverId = withCutover ? UUID.randomUUID().toString() : null;
        List<String> names = new ArrayList<>(List.of(MigrationRequested.ESTATE));
        names.addAll(List.of(workspaces));
        List<String> ids = names.stream().map(name -> UUID.randomUUID().toString()).toList();
        List<MigrationRequested> requests = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            requests.add(
                    new MigrationRequested(
                            ids.get(i),
                            names.get(i),
                            i == 0 ? "workspaces" : "workspaces[" + (i - 1) + "]",
                            planId,
                            "wave",
                            "hash",
                            null,
                            withCutover ? Mode.MIGRATE : Mode.REHEARSAL,
                            blue,
                            green,
                            transport,
                            ids,
                            ids.get(0),
                            i == 0 ? null : cutoverId,
                            SyncPolicy.DEFAULT,
                            RowsPolicy.DEFAULT,
                            VerifyPolicy.DEFAULT,
                            GatePolicy.BY_CRITERIA));
        }
        return requests;
    }

    /** Counts as preparation finds them. */
    public static Map<String, Integer> counts() {
        return Map.of("services", 2, "routes", 3);
    }
}
