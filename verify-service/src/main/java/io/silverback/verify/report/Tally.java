package io.silverback.verify.report;

import io.silverback.contracts.TestsPassed;
import io.silverback.verify.comparison.ProbeResult;
import io.silverback.verify.probing.NotExercised;
import io.silverback.verify.probing.Probe;
import io.silverback.verify.probing.ProbePlan;
import java.util.List;
import java.util.stream.Stream;

/** Counts what the probes showed. */
public final class Tally {

    private final ProbePlan plan;
    private final List<ProbeResult> results;

    /** Of {@code results} for {@code plan}. */
    public Tally(ProbePlan plan, List<ProbeResult> results) {
        this.plan = plan;
        this.results = List.copyOf(results);
    }

    /** Probes run and, of these, with equal answers; noise is what a limit kept from comparing. */
    public TestsPassed.Probes probes() {
        int limited = (int) results.stream().filter(ProbeResult::limited).count();
        int different = differences().size();
        return new TestsPassed.Probes(
                results.size(), results.size() - limited - different, limited);
    }

    /** Routes exercised, of all. */
    public TestsPassed.Coverage routes() {
        int exercised =
                (int)
                        results.stream()
                                .filter(result -> !result.limited())
                                .filter(result -> result.probe().kind() == Probe.Kind.ROUTE)
                                .count();
        return new TestsPassed.Coverage(exercised, plan.routes());
    }

    /** What the plan could not ask, and what could not be compared within a limit on requests. */
    public List<NotExercised> notExercised() {
        return Stream.concat(
                        plan.notExercised().stream(),
                        results.stream().filter(ProbeResult::limited).map(Tally::limited))
                .toList();
    }

    private static NotExercised limited(ProbeResult result) {
        return new NotExercised(
                result.probe().subject(),
                "one gateway answered 429 each time that both were asked: its limit on requests is"
                        + " too low for the other traffic to it");
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
