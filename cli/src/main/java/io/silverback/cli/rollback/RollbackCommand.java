package io.silverback.cli.rollback;

import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rollback}: always allowed, needs no gate. */
@Command(name = "rollback", description = "Give the traffic back to blue, at once; always allowed.")
public final class RollbackCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TARGET",
            description = "a plan, a cutover, plan/cutover or plan/workspace")
    private String target = "";

    @Option(
            names = "--direct",
            arity = "0..*",
            paramLabel = "URL",
            description =
                    "ask a traffic service itself, without console, Kafka or database; several are"
                            + " tried in turn (default: $SILVERBACK_TRAFFIC, else"
                            + " http://127.0.0.1:7404); TARGET comes first")
    private @Nullable List<String> direct;

    @Option(names = "--accept-loss", description = "also where what green alone knows is lost")
    private boolean acceptLoss;

    @Option(names = "--reason", paramLabel = "TEXT", description = "goes on record")
    private String reason = "asked on the command line";

    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        return direct == null ? byConsole() : byTrafficService(direct);
    }

    private int byConsole() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("target", target);
        body.put("reason", reason);
        if (acceptLoss) {
            body.put("acceptLoss", true);
        }
        JsonNode answer = session.console().post("/api/rollbacks", body);
        session.screen().show(answer, () -> asked(answer));
        return 0;
    }

    private static List<String> asked(JsonNode answer) {
        List<JsonNode> rollbacks = each(answer.path("rollbacks"));
        return rollbacks.isEmpty()
                ? List.of("rollback   nothing is left to roll back")
                : rollbacks.stream()
                        .map(r -> "rollback " + text(r, "subject") + "   asked")
                        .toList();
    }

    private int byTrafficService(List<String> urls) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("cutover", target);
        body.put("reason", reason);
        body.put("by", session.actor());
        DirectRollback answer = new TrafficServices(session).ask(urls, body);
        session.screen().show(answer.node(), answer::lines);
        return answer.isAllOnBlue() ? 0 : 1;
    }
}
