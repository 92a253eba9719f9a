package io.silverback.verify.verification;

import io.silverback.verify.comparison.ProbeResult;
import io.silverback.verify.probing.ProbePlan;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Both gateways' proxies. */
public interface Proxies {

    /** Sends each probe to both sides, within the order's rate, and compares the answers. */
    Uni<List<ProbeResult>> ask(Order order, ProbePlan plan);
}
