package io.silverback.databases;

import io.silverback.artefacts.ArtefactException;
import io.silverback.artefacts.ArtefactId;
import io.silverback.artefacts.ArtefactOutput;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.StoredArtefact;
import io.silverback.kong.database.snapshot.Parts;
import io.silverback.messaging.PermanentFailure;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * The parts of a snapshot as artefacts of one owner and generation: encrypted, and checked before
 * they count as stored. What was begun and not ended is discarded when this is closed. Several
 * threads may write parts at the same time.
 */
public final class ArtefactParts implements Parts, Closeable {

    private static final String PREFIX = "rows.";

    private final ArtefactStore store;
    private final String owner;
    private final int generation;
    private final BooleanSupplier mayWrite;
    private final Set<ArtefactOutput> begun = ConcurrentHashMap.newKeySet();
    private final Map<ArtefactId, StoredArtefact> stored = new ConcurrentHashMap<>();

    private ArtefactParts(
            ArtefactStore store, String owner, int generation, BooleanSupplier mayWrite) {
        this.store = store;
        this.owner = owner;
        this.generation = generation;
        this.mayWrite = mayWrite;
    }

    /**
     * Parts of an owner, which is a plan where its migrations share them.
     *
     * @param mayWrite whether this is still the only attempt at writing them
     */
    public static ArtefactParts of(
            ArtefactStore store, String owner, int generation, BooleanSupplier mayWrite) {
        return new ArtefactParts(store, owner, generation, mayWrite);
    }

    /** Parts that lie where this one lies, to be read. */
    public static ArtefactParts beside(ArtefactStore store, ArtefactId part) {
        return new ArtefactParts(store, part.owner(), part.generation(), () -> false);
    }

    /** The artefact of a part. */
    public ArtefactId id(String part) {
        return new ArtefactId(owner, generation, artefact(part));
    }

    /** Of its owner. */
    public int generation() {
        return generation;
    }

    /** What has been stored so far, in no order. */
    public List<StoredArtefact> stored() {
        return List.copyOf(stored.values());
    }

    /** The part, once it was stored; none of it is read again. */
    public Optional<StoredArtefact> stored(String part) {
        return Optional.ofNullable(stored.get(id(part)));
    }

    /** The name of the artefact that holds a part. */
    public static String artefact(String part) {
        return PREFIX + part;
    }

    /** What an attempt before left under the name was never published: it is written anew. */
    @Override
    public OutputStream create(String name) throws IOException {
        if (!mayWrite.getAsBoolean()) {
            throw new PermanentFailure(
                    "Artefact " + id(name) + " is written by somebody else by now.");
        }
        store.remove(id(name));
        ArtefactOutput artefact = store.begin(id(name));
        begun.add(artefact);
        return new Part(id(name), artefact);
    }

    @Override
    public InputStream open(String name) throws ArtefactException {
        return store.open(id(name));
    }

    @Override
    public void close() throws IOException {
        for (ArtefactOutput one : begun) {
            one.close();
        }
    }

    /** Closed is committed: that is what a part's writer says with it. */
    private final class Part extends FilterOutputStream {

        private final ArtefactId id;
        private final ArtefactOutput artefact;

        Part(ArtefactId id, ArtefactOutput artefact) {
            super(artefact.stream());
            this.id = id;
            this.artefact = artefact;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (begun.contains(artefact)) {
                stored.put(id, artefact.commit());
                begun.remove(artefact);
                artefact.close();
            }
        }
    }
}
