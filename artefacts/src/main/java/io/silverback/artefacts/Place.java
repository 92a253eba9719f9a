package io.silverback.artefacts;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Where copies of stored bytes lie, by keys such as {@code <owner>/<generation>/<name>}. It knows
 * nothing of what they mean and is not trusted: who puts something reads it back. Blocks.
 */
public interface Place {

    /** Its name in the registry. */
    String name();

    /** Stores a file's bytes under the key, in place of what is there. */
    void put(String key, Path file) throws ArtefactException;

    /**
     * The bytes under the key.
     *
     * @throws MissingArtefactException when there are none
     */
    InputStream open(String key) throws ArtefactException;

    /** The keys that begin so, in no order; an empty beginning is all of them. */
    List<String> keys(String beginning) throws ArtefactException;

    /** Removes what is under the key; nothing there is fine. */
    void remove(String key) throws ArtefactException;
}
