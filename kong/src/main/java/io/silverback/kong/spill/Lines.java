package io.silverback.kong.spill;

import com.fasterxml.sort.DataReader;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lines one after the other; null is their end. */
public abstract class Lines extends DataReader<Line> implements Closeable {

    @Override
    public abstract @Nullable Line readNext() throws IOException;

    @Override
    public int estimateSizeInBytes(Line line) {
        return line.bytes();
    }

    @Override
    public void close() throws IOException {}
}
