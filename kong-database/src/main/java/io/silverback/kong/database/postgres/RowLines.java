package io.silverback.kong.database.postgres;

import io.silverback.kong.database.check.Skips;
import io.silverback.kong.database.conversion.TableConversion;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.row.TargetRow;
import java.io.IOException;
import java.time.Instant;

/** The rows of a source that a load takes, converted, as lines of COPY. */
final class RowLines {

    private final RowSource source;
    private final Skips skips;
    private final LoadRequest request;

    RowLines(RowSource source, Skips skips, LoadRequest request) {
        this.source = source;
        this.skips = skips;
        this.request = request;
    }

    /** Writes the table's rows; how many were left out because they had expired. */
    long write(TableConversion table, CopyPipe.Lines lines) throws IOException {
        Position position = new Position();
        source.read(table.name(), row -> line(table, row, position, lines));
        return position.expired;
    }

    private static final class Position {
        private int next;
        private long expired;
    }

    private void line(TableConversion table, SourceRow row, Position position, CopyPipe.Lines lines)
            throws IOException {
        boolean skipped = skips.contains(table.name(), position.next++);
        if (skipped || !request.selection().takes(row)) {
            return;
        }
        TargetRow target = table.convert(row, request.workspaces()).row();
        if (target.get("ttl") instanceof Instant end && !end.isAfter(request.now())) {
            position.expired++;
            return;
        }
        CopyText.append(lines.buffer(), target);
        lines.flushed();
    }
}
