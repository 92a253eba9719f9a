package io.silverback.traffic.router;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a router has really done with requests; its counts rise from its start.
 *
 * @param at the router's own clock
 * @param openOnGreen requests that green is still answering
 * @param lastGreenRequestAt when the last request for green began, by the same clock
 */
public record Observation(
        Instant at,
        long openOnGreen,
        @Nullable Instant lastGreenRequestAt,
        long greenRequests,
        long blueRequests) {}
