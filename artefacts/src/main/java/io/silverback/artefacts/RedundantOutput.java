package io.silverback.artefacts;

import java.io.IOException;
import java.io.OutputStream;

/** Encrypted once into the first store; stored when each place has given it back. */
final class RedundantOutput implements ArtefactOutput {

    private final ArtefactOutput first;
    private final Copying copying;

    RedundantOutput(ArtefactOutput first, Copying copying) {
        this.first = first;
        this.copying = copying;
    }

    @Override
    public OutputStream stream() {
        return first.stream();
    }

    @Override
    public StoredArtefact commit() throws IOException {
        return copying.copy(first::commit);
    }

    @Override
    public void close() throws IOException {
        first.close();
    }

    /** Copies what the first store has committed. */
    @FunctionalInterface
    interface Copying {
        StoredArtefact copy(Commit commit) throws IOException;
    }

    /** The first store's commit. */
    @FunctionalInterface
    interface Commit {
        StoredArtefact commit() throws IOException;
    }
}
