package io.silverback.edge.api;

import io.silverback.edge.evidence.Tallies;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What went through the edge, as counted at {@code at}. */
record Observed(
        Instant at,
        Pair openStreams,
        @Nullable Instant lastGreenRequestAt,
        Pair requests,
        Pair errors) {

    /** One figure for each colour. */
    record Pair(long blue, long green) {}

    static Observed of(Tallies tallies, Instant at) {
        return new Observed(
                at,
                new Pair(tallies.blue().openStreams(), tallies.green().openStreams()),
                tallies.green().lastRequestAt().orElse(null),
                new Pair(tallies.blue().requests(), tallies.green().requests()),
                new Pair(tallies.blue().errors(), tallies.green().errors()));
    }
}
