package io.silverback.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Blue (or green) was changed by hand while it is under embargo.
 *
 * @param by who changed it, where known
 */
public record EmbargoBroken(
        String migrationId,
        String workspace,
        String planHash,
        long generation,
        String gateway,
        List<Change> changes,
        @Nullable String by)
        implements Event {

    /** One changed entity; values are masked where they are secrets. */
    public record Change(
            String entityType, String entity, @Nullable String before, @Nullable String after) {}

    public EmbargoBroken {
        changes = List.copyOf(changes);
    }
}
