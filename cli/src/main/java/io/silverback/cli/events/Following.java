package io.silverback.cli.events;

import static io.silverback.cli.screen.Words.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.rest.Json;
import io.silverback.cli.rest.RestClient;
import io.silverback.cli.rest.ServerSentEvents;
import io.silverback.cli.rest.UnreachableException;
import io.silverback.cli.rest.UnusableException;
import io.silverback.cli.session.Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Shows the live stream; after a break it goes on where it was. */
final class Following {

    private static final int FAILURES = 10;

    private final Session session;
    private final String subject;
    private String last = "";

    Following(Session session, String subject) {
        this.session = session;
        this.subject = subject;
    }

    /** Ends by an exception only: when the console stays away. */
    void from(String after, String topics) {
        last = after;
        RestClient console = session.console();
        int failures = 0;
        while (true) {
            try {
                follow(console, topics);
                failures = 0;
            } catch (UnreachableException e) {
                failures++;
                if (failures == FAILURES) {
                    throw e;
                }
            }
            session.pause();
        }
    }

    private void follow(RestClient console, String topics) {
        Map<String, String> headers = last.isEmpty() ? Map.of() : Map.of("Last-Event-ID", last);
        try {
            new ServerSentEvents(this::show)
                    .read(console.open("/api/stream", Map.of("topic", topics), headers));
        } catch (IOException e) {
            throw console.broken(e);
        }
    }

    private void show(ServerSentEvents.Message message) {
        JsonNode event = read(message.data());
        if (subject.isEmpty() || isAbout(event)) {
            session.screen().show(event, () -> List.of(new EventView(event).line()));
        }
        last = message.id().isEmpty() ? last : message.id();
    }

    private boolean isAbout(JsonNode event) {
        return subject.equals(text(event, "key")) || subject.equals(text(event, "subject"));
    }

    private static JsonNode read(String data) {
        try {
            return Json.tree(data);
        } catch (JsonProcessingException e) {
            throw new UnusableException("The console's stream", "holds something that is no JSON");
        }
    }
}
