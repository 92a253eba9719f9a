package io.silverback.kong.database.row;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row read from Cassandra. Uuids and timestamps (ISO 8601, UTC) are strings, collections lists
 * and maps, numbers {@link Number}s, blobs base64.
 *
 * @param ttls seconds left at {@code readAt}, of the cells that expire
 * @param writetimes microseconds since 1970, of the cells that have one
 */
public record SourceRow(
        Map<String, @Nullable Object> values,
        Map<String, Integer> ttls,
        Map<String, Long> writetimes,
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

    /** When the newest of its cells was written, in microseconds since 1970; 0 when not known. */
    public long writtenAt() {
        long newest = 0;
        for (long moment : writetimes.values()) {
            newest = Math.max(newest, moment);
        }
        return newest;
    }

    /** The row holds credentials: its columns' names only. */
    @Override
    public String toString() {
        return "SourceRow" + values.keySet();
    }
}
