package io.silverback.artefacts;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Written aside in the store's directory, then linked to its name. */
final class FileArtefactOutput implements ArtefactOutput {

    private final Directory directory;
    private final EncryptedFile aside;
    private final EncryptedOutput out;
    private final Publication publication;

    private FileArtefactOutput(
            Directory directory,
            EncryptedFile aside,
            EncryptedOutput out,
            Publication publication) {
        this.directory = directory;
        this.aside = aside;
        this.out = out;
        this.publication = publication;
    }

    static ArtefactOutput open(Directory directory, EncryptedFile aside, Publication publication)
            throws IOException {
        try {
            EncryptedOutput out = EncryptedOutput.open(aside);
            return new FileArtefactOutput(directory, aside, out, publication);
        } catch (IOException e) {
            directory.discard(aside.path());
            throw e;
        }
    }

    @Override
    public OutputStream stream() {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public StoredArtefact commit() throws IOException {
        Checksums written = out.end();
        if (!written.equals(aside.inspect())) {
            throw new StoreUnavailableException(
                    directory.root().toString(), "what was written reads back differently");
        }
        return publication.of(aside, written);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            directory.discard(aside.path());
        }
    }

    /** Gives a written file its name. */
    @FunctionalInterface
    interface Publication {
        StoredArtefact of(EncryptedFile written, Checksums checksums) throws IOException;
    }
}
