package io.silverback.kong.database.conversion;

import io.silverback.kong.database.schema.CassandraSchema;
import io.silverback.kong.database.schema.CassandraTable;
import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.kong.database.schema.PostgresTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How all tables are converted, as the two schemas found and the table of facts say. Pure.
 *
 * @param tables those to copy, each after the tables it refers to
 * @param findings what has no counterpart
 */
public record Conversion(List<TableConversion> tables, List<SchemaFinding> findings) {

    /** Matches the two schemas. */
    public static Conversion between(CassandraSchema source, PostgresSchema target, Facts facts) {
        List<TableConversion> tables = new ArrayList<>();
        List<SchemaFinding> findings = new ArrayList<>();
        for (CassandraTable table : source.tables().values()) {
            if (facts.kind(table.name()).isCopied() && target.table(table.name()).isEmpty()) {
                findings.add(unknown(table));
            }
        }
        for (PostgresTable table : target.inOrderOfReference()) {
            Optional<CassandraTable> counterpart = source.table(table.name());
            if (facts.kind(table.name()).isCopied() && counterpart.isPresent()) {
                TableMatch match = new TableMatch(counterpart.get(), table, facts);
                tables.add(match.conversion());
                findings.addAll(match.findings());
            }
        }
        return new Conversion(List.copyOf(tables), List.copyOf(findings));
    }

    /** The conversion of a table that is copied. */
    public Optional<TableConversion> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    private static SchemaFinding unknown(CassandraTable table) {
        return new SchemaFinding(
                SchemaFinding.Kind.UNKNOWN_TABLE,
                table.name(),
                "",
                "Install the plugin on green and run its migrations, or skip the table.");
    }
}
