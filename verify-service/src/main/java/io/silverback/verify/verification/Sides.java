package io.silverback.verify.verification;

import io.silverback.verify.probing.WorkspaceConfiguration;
import io.silverback.verify.report.Report;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Both gateways' configurations, read afresh. */
public interface Sides {

    /** Reads the order's workspace on both sides and compares them. */
    Uni<Parity> compare(Order order);

    /**
     * What the comparison gave.
     *
     * @param entities number of entities on blue
     * @param configuration blue's, to make probes from
     */
    record Parity(
            int entities,
            List<Report.EntityDifference> differing,
            WorkspaceConfiguration configuration) {

        public Parity {
            differing = List.copyOf(differing);
        }
    }
}
