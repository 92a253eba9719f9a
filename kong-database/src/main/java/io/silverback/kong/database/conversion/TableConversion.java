package io.silverback.kong.database.conversion;

import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.row.TargetRow;
import io.silverback.kong.database.schema.CassandraTable;
import io.silverback.kong.database.schema.PostgresTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the rows of one table are converted. */
public final class TableConversion {

    private final CassandraTable source;
    private final PostgresTable target;
    private final TableKind kind;
    private final List<String> columns;
    private final List<ColumnConversion> conversions;
    private final Set<String> lost;

    TableConversion(
            CassandraTable source,
            PostgresTable target,
            TableKind kind,
            Map<String, ColumnConversion> conversions,
            Set<String> lost) {
        this.source = source;
        this.target = target;
        this.kind = kind;
        this.columns = List.copyOf(conversions.keySet());
        this.conversions = List.copyOf(conversions.values());
        this.lost = Set.copyOf(lost);
    }

    /** The row that PostgreSQL would hold. */
    public Converted convert(SourceRow row, WorkspaceMap workspaces) {
        List<ValueProblem> problems = new ArrayList<>(0);
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = conversions.get(i).convert(row, workspaces, problems);
        }
        for (String column : lost) {
            if (row.get(column) != null) {
                problems.add(new ValueProblem(ValueProblem.Kind.NO_COUNTERPART, column));
            }
        }
        return new Converted(new TargetRow(columns, values), problems);
    }

    /** The table's name, the same on both sides. */
    public String name() {
        return target.name();
    }

    /** What it holds. */
    public TableKind kind() {
        return kind;
    }

    /** The columns that are written; the others are left to their defaults. */
    public List<String> columns() {
        return columns;
    }

    /** The table on Cassandra. */
    public CassandraTable source() {
        return source;
    }

    /** The table on PostgreSQL. */
    public PostgresTable target() {
        return target;
    }
}
