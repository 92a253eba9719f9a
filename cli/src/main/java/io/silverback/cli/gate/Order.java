package io.silverback.cli.gate;

import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.rest.RestClient;
import io.silverback.cli.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code pause} and {@code resume} have in common: asked, then answered by a service. */
final class Order {

    private static final int LOOKS = 20;

    @Parameters(
            paramLabel = "TARGET",
            description = "a plan, a cutover, plan/cutover or plan/workspace")
    private String target = "";

    @Option(names = "--why", paramLabel = "TEXT", description = "goes on record")
    private @Nullable String why;

    @Option(names = "--no-wait", description = "don't wait for the services' answers")
    private boolean leave;

    @Mixin private final Session session = new Session();

    int send(String verb) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("verb", verb);
        body.put("target", target);
        if (why != null) {
            body.put("why", why);
        }
        RestClient console = session.console();
        List<JsonNode> asked = each(console.post("/api/commands", body).path("commands"));
        List<JsonNode> answers = asked.stream().map(one -> answer(console, one)).toList();
        session.screen().show(Map.of("commands", answers), () -> lines(verb, answers));
        return answers.stream().anyMatch(a -> text(a, "status").equals("refused")) ? 1 : 0;
    }

    /** The command as it stands: answered, or still asked when the services take their time. */
    private JsonNode answer(RestClient console, JsonNode asked) {
        String path = "/api/commands/" + RestClient.encode(text(asked, "id"));
        JsonNode command = console.get(path, Map.of());
        for (int look = 1; look < LOOKS && !leave && isOpen(command); look++) {
            session.pause();
            command = console.get(path, Map.of());
        }
        return command;
    }

    private static boolean isOpen(JsonNode command) {
        return text(command, "status").equals("asked");
    }

    private static List<String> lines(String verb, List<JsonNode> answers) {
        if (answers.isEmpty()) {
            return List.of(verb + "   nothing is live there");
        }
        return answers.stream()
                .map(
                        a ->
                                "%s %s   %s%s"
                                        .formatted(
                                                verb,
                                                text(a, "targetId"),
                                                text(a, "status"),
                                                text(a, "reason").isEmpty()
                                                        ? ""
                                                        : ": " + text(a, "reason")))
                .toList();
    }
}
