package io.silverback.kong.database.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row for PostgreSQL. A value is a {@code String} (text, uuid), {@code Long}, {@code Double},
 * {@code BigDecimal}, {@code Boolean}, {@code Instant}, {@code byte[]}, {@link Json}, a {@code
 * List} of these for an array, or null.
 *
 * @param columns shared by all rows of a table
 */
@SuppressWarnings("ArrayRecordComponent") // millions of rows; never compared
public record TargetRow(List<String> columns, @Nullable Object[] values) {

    /** The column's value; null also when there is no such column. */
    public @Nullable Object get(String column) {
        int index = columns.indexOf(column);
        return index < 0 ? null : values[index];
    }

    /** The column's value as text. */
    public @Nullable String text(String column) {
        Object value = get(column);
        return value == null ? null : value.toString();
    }

    /** The row holds credentials: its columns' names only. */
    @Override
    public String toString() {
        return "TargetRow" + columns;
    }
}
