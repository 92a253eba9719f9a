package io.silverback.kong.database.row;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row read from Cassandra. Uuids and timestamps (ISO 8601, UTC) are strings, collections lists
 * and maps, numbers {@link Number}s, blobs base64.
 *
 * @param ttls seconds left at {@code readAt}, of the cells that expire
 * @param writtenAt newest WRITETIME of its cells in microseconds since 1970; 0 when not known
 */
public record SourceRow(
        Map<String, @Nullable Object> values,
        Map<String, Integer> ttls,
        long writtenAt,
        Instant readAt) {

    /** The column's value. */
    public @Nullable Object get(String column) {
        return values.get(column);
    }

    /** The column's value as text. */
    public @Nullable String text(String column) {
        Object value = values.get(column);
        return value == null ? null : value.toString();
    }

    /** The row holds credentials: its columns' names only. */
    @Override
    public String toString() {
        return "SourceRow" + values.keySet();
    }
}
