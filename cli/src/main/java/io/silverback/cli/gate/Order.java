package io.silverback.cli.gate;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.command.Commands;
import io.silverback.cli.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What orders to the services have in common: asked, then answered by a service. */
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
        return send(verb, LOOKS);
    }

    /** The same for what takes longer. */
    int send(String verb, int looks) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("verb", verb);
        body.put("target", target);
        if (why != null) {
            body.put("why", why);
        }
        List<JsonNode> answers = new Commands(session, leave ? 1 : looks).give(body);
        session.screen().show(Map.of("commands", answers), () -> lines(verb, answers));
        return answers.stream().anyMatch(Commands::isRefused) ? 1 : 0;
    }

    private static List<String> lines(String verb, List<JsonNode> answers) {
        return answers.isEmpty()
                ? List.of(verb + "   nothing is live there")
                : answers.stream().map(answer -> Commands.line(verb, answer)).toList();
    }
}
