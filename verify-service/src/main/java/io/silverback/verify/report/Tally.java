package io.silverback.verify.report;

import io.silverback.contracts.TestsPassed;
import io.silverback.verify.comparison.ProbeResult;
import io.silverback.verify.probing.Probe;
import io.silverback.verify.probing.ProbePlan;
import java.util.List;

/** Counts what the probes showed. */
public final class Tally {

    private final ProbePlan plan;
    private final List<ProbeResult> results;

    /** Of {@code results} for {@code plan}. */
    public Tally(ProbePlan plan, List<ProbeResult> results) {
        this.plan = plan;
        this.results = List.copyOf(results);
    }

    /** Probes run and, of these, with equal answers. */
    public TestsPassed.Probes probes() {
        int passed = (int) results.stream().filter(r -> r.differences().isEmpty()).count();
        return new TestsPassed.Probes(results.size(), passed, 0);
    }

    /** Routes exercised, of all. */
    public TestsPassed.Coverage routes() {
        int exercised =
                (int) results.stream().filter(r -> r.probe().kind() == Probe.Kind.ROUTE).count();
        return new TestsPassed.Coverage(exercised, plan.routes());
    }

    /** Credentials that logged in on both sides; the rest is not proven. */
    public TestsPassed.Logins logins() {
        int proven =
                (int)
                        results.stream()
                                .filter(ProbeResult::loggedIn)
                                .map(result -> result.probe().credentialId())
                                .filter(id -> id != null)
                                .distinct()
                                .count();
        return new TestsPassed.Logins(proven, 0, plan.credentials() - proven);
    }

    /** Requests that were answered differently. */
    public List<Report.ProbeDifference> differences() {
        return results.stream()
                .filter(result -> !result.differences().isEmpty())
                .map(Tally::difference)
                .toList();
    }

    private static Report.ProbeDifference difference(ProbeResult result) {
        Probe probe = result.probe();
        return new Report.ProbeDifference(
                probe.subject(), probe.method() + " " + probe.path(), result.differences());
    }
}
