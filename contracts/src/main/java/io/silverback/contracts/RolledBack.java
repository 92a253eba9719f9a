package io.silverback.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All routers of a cutover give their traffic to blue again.
 *
 * @param causeAt when the cause was appended or seen
 * @param reason why, in one sentence
 */
public record RolledBack(
        String cutoverId,
        String name,
        String planHash,
        Map<String, Long> generations,
        List<RouterOutcome> routers,
        Instant causeAt,
        String reason,
        String requestedBy,
        boolean drill)
        implements Event {

    /**
     * What one router was asked, said and showed. Weights in per cent.
     *
     * @param observedWeight share of green in observed traffic, once there was any
     * @param openStreams requests still open on green when read back
     */
    public record RouterOutcome(
            String router,
            Instant askedAt,
            BigDecimal readBack,
            Instant readBackAt,
            @Nullable BigDecimal observedWeight,
            @Nullable Instant observedAt,
            @Nullable Long openStreams) {}

    public RolledBack {
        generations = Map.copyOf(generations);
        routers = List.copyOf(routers);
    }
}
