package io.silverback.kong.database.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A place for the parts of one snapshot or backup, by name. Blocks. */
public interface Parts {

    /** A new part; it is there, whole and for good, once the stream was closed. */
    OutputStream create(String name) throws IOException;

    /** Reads a part. */
    InputStream open(String name) throws IOException;
}
