package io.silverback.kong.database.runtime;

import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.row.SourceRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of one cycle: those written since the last one. */
final class FreshRows implements RowSource {

    private final Map<String, List<SourceRow>> tables = new HashMap<>();

    void add(String table, SourceRow row) {
        tables.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
    }

    /** When the first of them was written, in microseconds since 1970. */
    long oldest() {
        return tables.values().stream()
                .flatMap(List::stream)
                .mapToLong(SourceRow::writtenAt)
                .min()
                .orElse(0);
    }

    @Override
    public void read(String table, Visitor visitor) throws IOException {
        for (SourceRow row : tables.getOrDefault(table, List.of())) {
            visitor.row(row);
        }
    }
}
