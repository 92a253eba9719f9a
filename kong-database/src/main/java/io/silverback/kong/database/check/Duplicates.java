package io.silverback.kong.database.check;

import io.silverback.kong.database.schema.UniqueKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the rows of one table that share a unique key. */
final class Duplicates {

    private static final Comparator<KeyedRow> NEWEST_LAST =
            Comparator.comparingLong(KeyedRow::writtenAt).thenComparing(KeyedRow::id);

    private final String table;
    private final Findings findings;

    Duplicates(String table, Findings findings) {
        this.table = table;
        this.findings = findings;
    }

    void find(UniqueKey key, KeySpill spill) throws IOException {
        for (int part = 0; part < KeySpill.PARTS; part++) {
            Map<KeyHash, List<KeyedRow>> groups =
                    spill.read(part).stream()
                            .filter(row -> !findings.skips().contains(table, row.position()))
                            .collect(Collectors.groupingBy(KeyedRow::key));
            groups.values().stream().filter(g -> g.size() > 1).forEach(g -> report(key, g));
        }
    }

    private void report(UniqueKey key, List<KeyedRow> group) {
        List<KeyedRow> rows = new ArrayList<>(group);
        rows.sort(NEWEST_LAST);
        KeyedRow newest = rows.get(rows.size() - 1);
        if (findings.duplicates() == Decision.NEWEST) {
            rows.remove(newest);
            findings.noted(RowFinding.Kind.DUPLICATE, table, newest.id(), detail(key, group), true);
        }
        for (KeyedRow row : rows) {
            findings.unfit(
                    RowFinding.Kind.DUPLICATE, table, row.position(), row.id(), detail(key, group));
        }
    }

    private static String detail(UniqueKey key, List<KeyedRow> group) {
        return key.name()
                + " "
                + key.columns()
                + ": "
                + group.stream().map(KeyedRow::id).sorted().collect(Collectors.joining(", "));
    }
}
