package io.silverback.kong.database.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import io.silverback.kong.database.row.SourceRow;
import java.io.IOException;

/** Writes rows of one table into one part: JSON lines, zstd. Not for several threads. */
public final class PartWriter {

    private final PartOutput out;
    private final JsonGenerator json;
    private long rows;

    /** Begins the part. */
    public PartWriter(Parts parts, String name) throws IOException {
        this.out = new PartOutput(parts, name);
        this.json = RowCodec.writer(out);
    }

    /** Appends a row. */
    public void write(SourceRow row) throws IOException {
        RowCodec.write(row, json);
        rows++;
    }

    /** Ends the part; it is none before. */
    public Part end() throws IOException {
        json.close();
        out.close();
        return out.part(rows);
    }
}
