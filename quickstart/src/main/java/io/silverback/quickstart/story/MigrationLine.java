package io.silverback.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the topics have said of one migration so far. */
final class MigrationLine {

    private final String workspace;
    private final Instant requestedAt;
    private @Nullable Instant released;
    private @Nullable Instant dumpedAt;
    private @Nullable Instant endedAt;
    private int entities;
    private int created;
    private List<String> attention = List.of();
    private String verified = "";
    private String state = "requested";

    MigrationLine(String workspace, Instant requestedAt) {
        this.workspace = workspace;
        this.requestedAt = requestedAt;
    }

    void released(Instant at) {
        released = at;
    }

    void dumped(Instant at, JsonNode body) {
        dumpedAt = at;
        state = "syncing";
        entities = 0;
        body.path("counts").forEach(count -> entities += count.asInt());
    }

    void synced(JsonNode body) {
        state = "verifying";
        created = 0;
        body.path("changes").forEach(change -> created += change.path("created").asInt());
        attention =
                StreamSupport.stream(body.path("attention").spliterator(), false)
                        .map(MigrationLine::attention)
                        .toList();
    }

    void passed(JsonNode body) {
        state = "passed";
        verified =
                "%d differ · %d/%d routes · %d logins"
                        .formatted(
                                body.path("parity").path("differing").asInt(),
                                body.path("routes").path("exercised").asInt(),
                                body.path("routes").path("total").asInt(),
                                body.path("logins").path("proven").asInt());
    }

    void ended(Instant at, String outcome) {
        endedAt = at;
        state = outcome;
    }

    String workspace() {
        return workspace;
    }

    /** Whether it moves what belongs to no workspace. */
    boolean isEstate() {
        return workspace.equals("_estate");
    }

    String state() {
        return state;
    }

    int entities() {
        return entities;
    }

    /** What needs a person, a line for each entity type and reason. */
    List<String> attention() {
        return attention;
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    /** From the request to the end; empty while it is under way. */
    Optional<Duration> duration() {
        return Optional.ofNullable(endedAt).map(end -> Duration.between(requestedAt, end));
    }

    private static String attention(JsonNode item) {
        return "%d %s need a person: %s"
                .formatted(
                        item.path("names").size(),
                        item.path("entityType").asText(),
                        item.path("reason").asText());
    }

    /** The line of the table: dump, sync, verify. */
    String row() {
        Instant from = released == null ? requestedAt : released;
        Instant to = dumpedAt == null ? from : dumpedAt;
        return "%-11s %4d  %.1f s   %4d created, 0 failed   %s"
                .formatted(
                        workspace,
                        entities,
                        Duration.between(from, to).toMillis() / 1000.0,
                        created,
                        verified);
    }
}
