package io.silverback.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code status}: how far plans are. */
@Command(
        name = "status",
        description = "Show how far a plan is, its gates, migrations and cutovers.")
public final class StatusCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "PLAN",
            description = "a plan's name or id; none: all that are live, else the newest")
    private String plan = "";

    @Option(names = "--watch", description = "stay until nothing of it is live any more")
    private boolean watch;

    @Option(names = "--artefacts", description = "with the URIs that `artefact get` takes")
    private boolean artefacts;

    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        if (watch) {
            return new Watch(session).untilOver(plan);
        }
        JsonNode plans = new Plans(session.console()).of(plan);
        session.screen().show(plans, () -> PlanView.all(plans, artefacts));
        return 0;
    }
}
