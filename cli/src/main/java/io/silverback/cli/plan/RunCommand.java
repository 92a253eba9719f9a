package io.silverback.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.screen.Words;
import io.silverback.cli.session.Session;
import io.silverback.cli.status.Watch;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: submits a plan. */
@Command(name = "run", description = "Submit a plan and let it run up to its first gate.")
public final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PLAN", description = "the plan's YAML file, - for standard input")
    private String plan = "";

    @Option(names = "--watch", description = "stay and show how it goes, until it is over")
    private boolean watch;

    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        JsonNode answer = session.console().postYaml("/api/plans", Map.of(), PlanFile.read(plan));
        String name = Words.text(answer, "name");
        session.screen()
                .show(
                        answer,
                        () ->
                                new Submission(answer)
                                        .lines(
                                                "is accepted",
                                                "next     silverback status --watch " + name));
        return watch ? new Watch(session).untilOver(Words.text(answer, "planId")) : 0;
    }
}
