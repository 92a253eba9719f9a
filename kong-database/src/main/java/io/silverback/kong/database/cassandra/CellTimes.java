package io.silverback.kong.database.cassandra;

import io.silverback.kong.database.row.SourceRow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end and the writing of a cell.
 *
 * @param ttl seconds from now; 0 without an end
 * @param writetime microseconds since 1970
 */
record CellTimes(int ttl, long writetime) {

    /** Whether its time is over. */
    boolean isOver() {
        return ttl < 0;
    }

    /** Of a cell as it must be written now to end when it would have ended. */
    static CellTimes of(SourceRow row, String column, Instant now) {
        long writetime = row.writetimes().getOrDefault(column, row.writtenAt());
        return new CellTimes(
                left(row.ttls().get(column), row, now),
                writetime == 0 ? now.toEpochMilli() * 1000 : writetime);
    }

    /** Of a collection, whose own times can't be asked: those of the row. */
    static CellTimes ofCollection(SourceRow row, Instant now) {
        Integer longest = row.ttls().values().stream().max(Integer::compare).orElse(null);
        return new CellTimes(
                left(longest, row, now),
                row.writtenAt() == 0 ? now.toEpochMilli() * 1000 : row.writtenAt());
    }

    private static int left(@Nullable Integer ttl, SourceRow row, Instant now) {
        if (ttl == null) {
            return 0;
        }
        long left = ttl - Duration.between(row.readAt(), now).toSeconds();
        return left <= 0 ? -1 : (int) left;
    }
}
