package io.silverback.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.session.Session;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lint}: all that is wrong in a plan, at once. */
@Command(name = "lint", description = "Check a plan: every field, every name; nothing is started.")
public final class LintCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PLAN", description = "the plan's YAML file, - for standard input")
    private String plan = "";

    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        JsonNode answer =
                session.console()
                        .postYaml("/api/plans", Map.of("dryRun", "true"), PlanFile.read(plan));
        session.screen().show(answer, () -> new Submission(answer).lines("is fine"));
        return 0;
    }
}
