package io.silverback.cli.events;

import static io.silverback.cli.screen.Words.each;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.cli.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code events}: the stored facts, or the live stream. */
@Command(
        name = "events",
        description = "Show the events of all topics; --follow stays and shows new ones.")
public final class EventsCommand implements Callable<Integer> {

    @Option(names = "--follow", description = "stay; measurements are shown as well")
    private boolean follow;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            split = ",",
            description = "only these, such as canary-advanced,rollback")
    private List<String> topics = List.of();

    @Option(names = "--subject", paramLabel = "ID", description = "only this migration or cutover")
    private String subject = "";

    @Option(names = "--after", paramLabel = "N", description = "only those after this number")
    private String after = "";

    @Option(names = "--limit", paramLabel = "N", description = "at most so many stored ones")
    private int limit = 100;

    @Mixin private final Session session = new Session();

    @Override
    public Integer call() {
        if (follow) {
            new Following(session, subject).from(after, String.join(",", topics));
            return 0;
        }
        JsonNode answer = session.console().get("/api/events", query());
        each(answer.path("events"))
                .forEach(e -> session.screen().show(e, () -> List.of(new EventView(e).line())));
        return 0;
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("after", after);
        query.put("limit", String.valueOf(limit));
        query.put("topic", String.join(",", topics));
        query.put("subject", subject);
        return query;
    }
}
