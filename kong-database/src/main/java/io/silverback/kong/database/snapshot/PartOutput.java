package io.silverback.kong.database.snapshot;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;

/** A new part: what is written is compressed, counted and hashed. */
public final class PartOutput extends FilterOutputStream {

    private static final int LEVEL = 1;

    private final String name;
    private final CountingOutput counted;

    /** Begins the part. */
    public PartOutput(Parts parts, String name) throws IOException {
        this(name, new CountingOutput(parts.create(name)));
    }

    private PartOutput(String name, CountingOutput counted) throws IOException {
        super(compressing(counted));
        this.name = name;
        this.counted = counted;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    /** What was written; once it is closed. */
    public Part part(long rows) {
        return counted.part(name, rows);
    }

    private static ZstdOutputStream compressing(CountingOutput counted) throws IOException {
        ZstdOutputStream zstd = new ZstdOutputStream(counted, RecyclingBufferPool.INSTANCE, LEVEL);
        zstd.setChecksum(true);
        return zstd;
    }
}
