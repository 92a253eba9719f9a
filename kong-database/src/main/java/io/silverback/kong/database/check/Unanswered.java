package io.silverback.kong.database.check;

import io.silverback.kong.database.conversion.TableConversion;
import io.silverback.kong.database.conversion.WorkspaceMap;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.row.TargetRow;
import io.silverback.kong.database.schema.ForeignKey;
import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows whose reference leads out of the snapshot: green may hold what they refer to. */
final class Unanswered {

    private static final int BATCH = 1000;

    /** A referring row by position. */
    private record Reference(List<String> key, String id) {}

    private final TableConversion table;
    private final ForeignKey key;
    private final BitSet positions;
    private final Map<Integer, Reference> batch = new LinkedHashMap<>();

    Unanswered(TableConversion table, ForeignKey key, BitSet positions) {
        this.table = table;
        this.key = key;
        this.positions = positions;
    }

    /** Reports those that green does not answer either. */
    void report(RowSource source, WorkspaceMap workspaces, Green green, Findings findings)
            throws IOException {
        if (positions.isEmpty()) {
            return;
        }
        int[] position = {-1};
        source.read(
                table.name(),
                row -> {
                    position[0]++;
                    if (positions.get(position[0])) {
                        batch.put(position[0], reference(table.convert(row, workspaces).row()));
                    }
                    if (batch.size() >= BATCH) {
                        flush(green, findings);
                    }
                });
        flush(green, findings);
    }

    private Reference reference(TargetRow row) {
        return new Reference(
                key.columns().stream().map(column -> String.valueOf(row.get(column))).toList(),
                RowId.of(table.target(), row));
    }

    private void flush(Green green, Findings findings) throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        Set<List<String>> present =
                green.present(key, batch.values().stream().map(Reference::key).distinct().toList());
        batch.forEach(
                (position, reference) -> {
                    if (!present.contains(reference.key())) {
                        findings.unfit(
                                RowFinding.Kind.ORPHAN,
                                table.name(),
                                position,
                                reference.id(),
                                key.columns() + " to " + key.referenced());
                    }
                });
        batch.clear();
    }
}
