package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.token.TokenRange;
import io.silverback.kong.database.snapshot.Part;
import io.silverback.kong.database.snapshot.PartWriter;
import io.silverback.kong.database.snapshot.Parts;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Reads token ranges of one table, page by page, until none is left, into a part of its own. */
final class RangeReader implements Callable<List<Part>> {

    private final CqlSession session;
    private final SnapshotPlan plan;
    private final TableReading reading;
    private final Queue<TokenRange> ranges;
    private final Parts parts;
    private final String name;
    private @Nullable PartWriter writer;

    RangeReader(
            CqlSession session,
            SnapshotPlan plan,
            TableReading reading,
            Queue<TokenRange> ranges,
            Parts parts,
            String name) {
        this.session = session;
        this.plan = plan;
        this.reading = reading;
        this.ranges = ranges;
        this.parts = parts;
        this.name = name;
    }

    @Override
    public List<Part> call() throws IOException {
        RangePages pages = new RangePages(session, plan, reading);
        for (TokenRange range = ranges.poll(); range != null; range = ranges.poll()) {
            pages.read(range, row -> writer().write(row));
        }
        PartWriter written = writer;
        return written == null ? List.of() : List.of(written.end());
    }

    private PartWriter writer() throws IOException {
        PartWriter open = writer;
        if (open == null) {
            open = new PartWriter(parts, name);
            writer = open;
        }
        return open;
    }
}
