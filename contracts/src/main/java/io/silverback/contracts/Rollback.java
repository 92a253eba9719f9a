package io.silverback.contracts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Traffic is to return to blue. Names a migration or a cutover; from outside without generations.
 *
 * @param generations of the migrations concerned, by id; empty means whatever runs
 * @param phase that failed, such as {@code syncing} or {@code canary}
 * @param requestedBy a service, a monitor or an opaque actor id
 * @param drill whether this only rehearses the way back, at weight 0
 */
public record Rollback(
        @Nullable String migrationId,
        @Nullable String cutoverId,
        Map<String, Long> generations,
        String phase,
        String reason,
        @Nullable Evidence evidence,
        String requestedBy,
        boolean drill)
        implements Event {

    public Rollback {
        generations = generations == null ? Map.of() : Map.copyOf(generations);
    }
}
