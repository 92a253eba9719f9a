package io.silverback.cli.gate;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.session.Session;
import io.silverback.cli.status.GateView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code go} and {@code no-go} have in common. */
final class Decision {

    @Parameters(
            paramLabel = "TARGET",
            description = "a plan, a cutover, or plan/cutover; its one open gate, or --gate")
    private String target = "";

    @Option(
            names = "--gate",
            paramLabel = "GATE",
            description = "execution, cutover, step or decommission, where several are open")
    private @Nullable String gate;

    @Option(names = "--step", paramLabel = "N", description = "which step's gate")
    private @Nullable Integer step;

    @Option(names = "--why", paramLabel = "TEXT", description = "goes on record")
    private @Nullable String why;

    @Option(
            names = "--evidence",
            paramLabel = "HASH",
            description = "decide on this evidence only; refused when it has changed")
    private @Nullable String evidence;

    @Mixin private final Session session = new Session();

    int send(String decision) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("target", target);
        put(body, "gate", gate);
        put(body, "step", step);
        body.put("decision", decision);
        put(body, "why", why);
        put(body, "evidenceHash", evidence);
        JsonNode answer = session.console().post("/api/gates/decisions", body);
        session.screen().show(answer, () -> List.of(new GateView(answer.path("gate")).line()));
        return 0;
    }

    private static void put(Map<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }
}
