package io.silverback.contracts;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cutover has taken a step towards green.
 *
 * @param generations of each of its migrations, by id
 * @param step number of the step, from 1
 * @param evidence what allowed it; none for the first step
 */
public record CanaryAdvanced(
        String cutoverId,
        String name,
        String planHash,
        Map<String, Long> generations,
        BigDecimal from,
        BigDecimal to,
        int step,
        int steps,
        @Nullable Evidence evidence)
        implements Event {

    public CanaryAdvanced {
        generations = Map.copyOf(generations);
    }
}
