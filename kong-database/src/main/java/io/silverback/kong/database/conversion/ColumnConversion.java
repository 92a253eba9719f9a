package io.silverback.kong.database.conversion;

import io.silverback.kong.database.conversion.ValueProblem.Kind;
import io.silverback.kong.database.row.SourceRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one column of a PostgreSQL row comes about. */
sealed interface ColumnConversion {

    /** The value; what is wrong with it is added to {@code problems}. */
    @Nullable Object convert(SourceRow row, WorkspaceMap workspaces, List<ValueProblem> problems);

    /** The same value in another type. */
    record Plain(String column, ValueConversion conversion) implements ColumnConversion {
        @Override
        public @Nullable Object convert(
                SourceRow row, WorkspaceMap workspaces, List<ValueProblem> problems) {
            return converted(row.get(column), this, problems);
        }
    }

    /** The row's own workspace id and one colon are cut, once. */
    record Prefixed(String column) implements ColumnConversion {
        @Override
        public @Nullable Object convert(
                SourceRow row, WorkspaceMap workspaces, List<ValueProblem> problems) {
            Object value = converted(row.get(column), new Plain(column, Values::text), problems);
            if (value == null) {
                return null;
            }
            String prefix = row.text("ws_id") + ":";
            if (value.toString().startsWith(prefix)) {
                return value.toString().substring(prefix.length());
            }
            problems.add(new ValueProblem(Kind.NO_PREFIX, column));
            return value;
        }
    }

    /** The row's workspace id at the end is replaced. */
    record CacheKey(String column) implements ColumnConversion {
        @Override
        public @Nullable Object convert(
                SourceRow row, WorkspaceMap workspaces, List<ValueProblem> problems) {
            Object value = converted(row.get(column), new Plain(column, Values::text), problems);
            String own = row.text("ws_id");
            if (value == null || own == null || !value.toString().endsWith(":" + own)) {
                return value;
            }
            String key = value.toString();
            return key.substring(0, key.length() - own.length())
                    + workspaces.target(own).orElse(own);
        }
    }

    /** Green's id of the row's workspace. */
    record WorkspaceId(String column) implements ColumnConversion {
        @Override
        public @Nullable Object convert(
                SourceRow row, WorkspaceMap workspaces, List<ValueProblem> problems) {
            String own = row.text(column);
            if (own == null) {
                return null;
            }
            String target = workspaces.target(own).orElse(null);
            if (target == null) {
                problems.add(new ValueProblem(Kind.UNKNOWN_WORKSPACE, column));
            }
            return target;
        }
    }

    /** The moment at which the longest-living cell of the row ends. */
    record Expiry() implements ColumnConversion {
        @Override
        public @Nullable Object convert(
                SourceRow row, WorkspaceMap workspaces, List<ValueProblem> problems) {
            return row.ttls().values().stream()
                    .max(Integer::compare)
                    .map(seconds -> end(row.readAt(), seconds))
                    .orElse(null);
        }

        private static Instant end(Instant readAt, int seconds) {
            return readAt.plusSeconds(seconds).truncatedTo(ChronoUnit.MILLIS);
        }
    }

    private static @Nullable Object converted(
            @Nullable Object value, Plain plain, List<ValueProblem> problems) {
        if (value == null) {
            return null;
        }
        try {
            return plain.conversion().convert(value);
        } catch (UnconvertibleException e) {
            problems.add(new ValueProblem(e.kind(), plain.column()));
            return null;
        }
    }
}
