package io.silverback.artefacts;

import java.io.IOException;
import java.io.OutputStream;

/** Writes an artefact's content; may close the stream or leave it open. */
@FunctionalInterface
public interface Content {

    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
}
