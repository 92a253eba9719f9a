package io.silverback.verify.verification;

import io.silverback.contracts.TestsPassed;
import io.silverback.verify.comparison.ProbeResult;
import io.silverback.verify.probing.ProbePlan;
import io.silverback.verify.probing.ProbePlanner;
import io.silverback.verify.report.Report;
import io.silverback.verify.report.Tally;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Compares configuration, then answers, and keeps a report of both. Never writes to a gateway. */
@ApplicationScoped
public class Verifier {

    private final Sides sides;
    private final Proxies proxies;
    private final Reports reports;

    Verifier(Sides sides, Proxies proxies, Reports reports) {
        this.sides = sides;
        this.proxies = proxies;
        this.reports = reports;
    }

    /** The outcome for one generation; fails where a side cannot be asked. */
    public Uni<Outcome> verify(Order order) {
        Instant startedAt = Instant.now();
        return sides.compare(order)
                .chain(parity -> probe(order, startedAt, parity))
                .chain(this::keep);
    }

    private Uni<Report> probe(Order order, Instant startedAt, Sides.Parity parity) {
        ProbePlan plan = ProbePlanner.plan(parity.configuration());
        return proxies.ask(order, plan)
                .map(results -> report(order, startedAt, parity, plan, results));
    }

    private Uni<Outcome> keep(Report report) {
        return reports.keep(report).map(artefact -> new Outcome(report, artefact));
    }

    private static Report report(
            Order order,
            Instant startedAt,
            Sides.Parity parity,
            ProbePlan plan,
            List<ProbeResult> results) {
        Tally tally = new Tally(plan, results);
        return new Report(
                order.request().migrationId(),
                order.request().workspace(),
                order.generation(),
                startedAt,
                Instant.now(),
                new TestsPassed.Parity(parity.entities(), parity.differing().size()),
                parity.differing(),
                tally.probes(),
                tally.routes(),
                tally.notExercised(),
                tally.logins(),
                tally.differences());
    }
}
