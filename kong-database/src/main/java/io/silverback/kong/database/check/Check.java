package io.silverback.kong.database.check;

import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.conversion.SchemaFinding;
import io.silverback.kong.database.conversion.TableConversion;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.schema.ForeignKey;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads all rows once, in the order of loading, and says which can't be loaded and why. Memory does
 * not grow with the rows but for those that it finds at fault. Blocks.
 */
public final class Check implements Closeable {

    private final Conversion conversion;
    private final RowSource source;
    private final Green green;
    private final CheckScope scope;
    private final Findings findings;
    private final KeyHash.Maker hashes = new KeyHash.Maker();
    private final Map<String, KeySpill> keys = new HashMap<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();

    /** A check of rows from {@code source} on their way to {@code green}. */
    public Check(Conversion conversion, RowSource source, Green green, CheckScope scope) {
        this.conversion = conversion;
        this.source = source;
        this.green = green;
        this.scope = scope;
        this.findings = new Findings(scope.policy());
    }

    /**
     * Checks everything.
     *
     * @param estate what is known of the two gateways as a whole
     */
    public CheckReport run(List<EstateFinding> estate) throws IOException {
        for (SchemaFinding finding : conversion.findings()) {
            if (finding.kind() == SchemaFinding.Kind.UNKNOWN_TABLE) {
                unknownTable(finding.table());
            }
        }
        for (TableConversion table : conversion.tables()) {
            check(table);
        }
        return new CheckReport(estate, findings.all(), findings.skips(), rows);
    }

    @Override
    public void close() throws IOException {
        for (KeySpill spill : keys.values()) {
            spill.close();
        }
    }

    private void unknownTable(String table) throws IOException {
        int[] count = {0};
        source.read(table, row -> count[0] += scope.selection().takes(row) ? 1 : 0);
        if (count[0] > 0) {
            findings.table(RowFinding.Kind.UNKNOWN_TABLE, table, count[0] + " rows");
        }
    }

    private void check(TableConversion table) throws IOException {
        TableCheck rowByRow = new TableCheck(table, scope, findings);
        try (TableKeys tableKeys = new TableKeys(table, conversion, hashes, scope.scratch())) {
            int[] count = {0};
            source.read(
                    table.name(),
                    row ->
                            rowByRow.judge(
                                    row,
                                    (target, position, writtenAt, id) -> {
                                        count[0]++;
                                        tableKeys.add(target, position, writtenAt, id);
                                    }));
            tableKeys.seal();
            int before = findings.skips().count(table.name());
            tableKeys.referenced(keys);
            findOrphans(table, tableKeys);
            tableKeys.findDuplicates(findings);
            rows.put(table.name(), count[0] - findings.skips().count(table.name()) + before);
        }
    }

    private void findOrphans(TableConversion table, TableKeys tableKeys) throws IOException {
        Orphans orphans = new Orphans(keys, findings.skips());
        for (ForeignKey key : tableKeys.foreignKeys()) {
            Unanswered unanswered =
                    new Unanswered(
                            table,
                            key,
                            orphans.unanswered(
                                    tableKeys.references(key),
                                    key.referenced(),
                                    TableKeys.name(key.referenced(), key.referencedColumns())));
            unanswered.report(source, scope.workspaces(), green, findings);
        }
    }
}
