package io.silverback.artefacts;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place for artefacts. Blocks: to be called on worker threads only. Memory for each call is a few
 * MiB whatever the artefact's size. An artefact is written once and never changes.
 */
public interface ArtefactStore {

    /**
     * Stores what {@code content} writes, read back and checked before it becomes visible.
     *
     * <p>The same content under the same id again gives the first one back.
     *
     * @throws ConflictingArtefactException when other content is stored under the id
     * @throws IOException what {@code content} itself threw
     */
    default StoredArtefact write(ArtefactId id, Content content) throws IOException {
        try (ArtefactOutput artefact = begin(id)) {
            content.writeTo(artefact.stream());
            return artefact.commit();
        }
    }

    /** An artefact to be written bit by bit; the caller closes it in any case. */
    ArtefactOutput begin(ArtefactId id) throws IOException;

    /**
     * The content. The stored bytes have been checked when this returns, each part is authenticated
     * as it is read, and at the end the whole is checked: it is whole only when it was read to its
     * end without an exception.
     */
    InputStream open(StoredArtefact artefact) throws ArtefactException;

    /**
     * The content of what is stored under the id, authenticated as it is read: it was written under
     * this id with this key and is whole when it was read to its end without an exception. Whether
     * it is the one that somebody meant, only a checksum tells.
     */
    InputStream open(ArtefactId id) throws ArtefactException;

    /** The checksums of what is stored under the id; reads all of it. */
    Optional<StoredArtefact> find(ArtefactId id) throws ArtefactException;

    /**
     * The id of an artefact that is named by its URI.
     *
     * @throws MissingArtefactException when the URI is none of this store
     */
    ArtefactId id(URI uri) throws ArtefactException;

    /** Removes an artefact; one that is not there is fine. */
    void remove(ArtefactId id) throws ArtefactException;

    /** Removes all of an owner's artefacts and, last, the key that opens them. */
    void removeAll(String owner) throws ArtefactException;

    /** The artefacts of that name, of whatever owner and generation, in no order. */
    Set<ArtefactId> named(String name) throws ArtefactException;

    /** Reads all of each store's copy of the artefact against its checksum; the first one first. */
    List<Copy> copies(StoredArtefact artefact) throws ArtefactException;

    /** For readiness: writes, reads and removes a file; the exception says where and why not. */
    void probe() throws ArtefactException;
}
