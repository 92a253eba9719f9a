package io.silverback.cli.command;

import static io.silverback.cli.screen.Words.each;
import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.rest.RestClient;
import io.silverback.cli.session.Session;
import java.util.List;
import java.util.Map;

/**
 * Gives commands and waits for their answers.
 *
 * @param looks how often to look for an answer before it is left at that
 */
public record Commands(Session session, int looks) {

    /** What became of a command that went to one or more targets, one answer for each. */
    public List<JsonNode> give(Map<String, Object> command) {
        RestClient console = session.console();
        List<JsonNode> given = each(console.post("/api/commands", command).path("commands"));
        return given.stream().map(one -> answer(console, one)).toList();
    }

    /** {@code diff m-1 refused: why}. */
    public static String line(String verb, JsonNode answer) {
        String reason = text(answer, "reason");
        return "%s %s   %s%s"
                .formatted(
                        verb,
                        text(answer, "targetId"),
                        text(answer, "status"),
                        reason.isEmpty() ? "" : ": " + reason);
    }

    /** Whether the service did not do what was asked. */
    public static boolean isRefused(JsonNode answer) {
        return text(answer, "status").equals("refused");
    }

    /** The command as it stands: answered, or still asked when the services take their time. */
    private JsonNode answer(RestClient console, JsonNode given) {
        String path = "/api/commands/" + RestClient.encode(text(given, "id"));
        JsonNode command = console.get(path, Map.of());
        for (int look = 1; look < looks && isOpen(command); look++) {
            session.pause();
            command = console.get(path, Map.of());
        }
        return command;
    }

    private static boolean isOpen(JsonNode command) {
        return text(command, "status").equals("asked");
    }
}
