package io.silverback.cli.sync;

import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.command.Commands;
import io.silverback.cli.rest.Json;
import io.silverback.cli.rest.RestClient;
import io.silverback.cli.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code diff}: reads only. */
@Command(
        name = "diff",
        description = "Show what a sync would create, update and delete on green; writes nothing.")
public final class DiffCommand implements Callable<Integer> {

    private static final int LOOKS = 1_200;

    @Parameters(
            paramLabel = "TARGET",
            description = "a plan, a cutover, plan/workspace or a migration's id")
    private String target = "";

    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        List<JsonNode> answers =
                new Commands(session, LOOKS).give(Map.of("verb", "diff", "target", target));
        answers.forEach(this::show);
        return answers.isEmpty() || answers.stream().anyMatch(a -> !isDone(a)) ? 1 : 0;
    }

    private void show(JsonNode answer) {
        String uri = text(answer.path("report"), "uri");
        if (uri.isEmpty()) {
            session.screen().show(answer, () -> List.of(Commands.line("diff", answer)));
            return;
        }
        JsonNode report = report(uri);
        session.screen().show(report, () -> new DifferenceView(report).lines());
    }

    private JsonNode report(String uri) {
        RestClient console = session.console();
        try (InputStream content = console.open("/api/artefacts", Map.of("uri", uri), Map.of())) {
            return Json.tree(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw console.broken(e);
        }
    }

    private static boolean isDone(JsonNode answer) {
        return text(answer, "status").equals("done");
    }
}
