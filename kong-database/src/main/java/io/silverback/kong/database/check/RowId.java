package io.silverback.kong.database.check;

import io.silverback.kong.database.row.TargetRow;
import io.silverback.kong.database.schema.PostgresTable;
import java.util.stream.Collectors;

/** Names a row by its primary key. */
final class RowId {

    private RowId() {}

    static String of(PostgresTable table, TargetRow row) {
        return table.primaryKey().stream()
                .map(column -> String.valueOf(row.get(column)))
                .collect(Collectors.joining(","));
    }
}
