package io.silverback.traffic.health;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who was heard when. Before anybody was heard, silence counts from when listening began. */
final class Hearing {

    /** The name under which a plan means anybody on {@code health-events}. */
    private static final String ANYBODY = "events";

    private final List<String> required;
    private final Instant began;
    private final Map<String, Instant> heard = new HashMap<>();

    Hearing(List<String> required, Instant began) {
        this.required = List.copyOf(required);
        this.began = began;
    }

    void hear(String source, Instant now) {
        heard.put(source, now);
        heard.put(ANYBODY, now);
    }

    /** The required source that has been silent the longest. */
    Optional<Silence> longestSilence(Instant now) {
        return required.stream()
                .map(source -> new Silence(source, since(source, now), !heard.containsKey(source)))
                .max((a, b) -> a.lasting().compareTo(b.lasting()));
    }

    private Duration since(String source, Instant now) {
        return Duration.between(heard.getOrDefault(source, began), now);
    }

    /** How long a source has said nothing, and whether it has never been heard at all. */
    record Silence(String source, Duration lasting, boolean neverHeard) {}
}
