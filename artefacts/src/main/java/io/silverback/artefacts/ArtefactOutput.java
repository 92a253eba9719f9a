package io.silverback.artefacts;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An artefact while it is written. Only {@link #commit} makes one of it; closed without, it was
 * never there. Not for several threads.
 */
public interface ArtefactOutput extends Closeable {

    /** Takes the content; closing it changes nothing. */
    OutputStream stream();

    /**
     * Stores what was written, read back and checked before it becomes visible.
     *
     * @throws ConflictingArtefactException when other content is stored under the id
     */
    StoredArtefact commit() throws IOException;
}
