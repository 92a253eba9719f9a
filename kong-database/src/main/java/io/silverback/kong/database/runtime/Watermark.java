package io.silverback.kong.database.runtime;

import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.schema.CassandraTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Up to where rows have been carried, by their WRITETIME. A write may show late or bear a clock
 * that is behind: what is younger than the overlap is looked at again, and known by its key.
 */
final class Watermark {

    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private final Map<List<String>, Long> known = new HashMap<>();
    private long since;

    Watermark(Instant since) {
        this.since = micros(since.minus(OVERLAP));
    }

    /** Whether the row is new, or newer than when it was carried. */
    boolean isFresh(CassandraTable table, SourceRow row) {
        return row.writtenAt() >= since
                && row.writtenAt() > known.getOrDefault(key(table, row), Long.MIN_VALUE);
    }

    void carried(CassandraTable table, SourceRow row) {
        known.merge(key(table, row), row.writtenAt(), Math::max);
    }

    /** Everything written before was looked at. */
    void advance(Instant until) {
        since = Math.max(since, micros(until.minus(OVERLAP)));
        known.values().removeIf(written -> written < since);
    }

    private static List<String> key(CassandraTable table, SourceRow row) {
        List<String> key = new ArrayList<>();
        key.add(table.name());
        table.partitionKey().forEach(column -> key.add(String.valueOf(row.get(column))));
        table.clusteringKey().forEach(column -> key.add(String.valueOf(row.get(column))));
        return key;
    }

    private static long micros(Instant moment) {
        return moment.toEpochMilli() * 1000;
    }
}
