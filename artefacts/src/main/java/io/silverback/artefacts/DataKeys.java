package io.silverback.artefacts;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * One keyset for each owner, encrypted by the key-encryption keyset and bound to the owner, beside
 * the artefacts it encrypts. Removing it shreds them all.
 */
final class DataKeys {

    /** Its name beside an owner's generations. */
    static final String FILE = "data-keyset.json";

    private final Directory directory;
    private final WrappedKeys wrapped;

    DataKeys(Directory directory, KeyEncryptionKey kek) {
        this.directory = directory;
        this.wrapped = new WrappedKeys(kek);
    }

    /** The owner's key, made when it has none; of two who make one at once both get the same. */
    StreamingAead forWriting(String owner) throws ArtefactException {
        Path file = file(owner);
        if (!Files.exists(file)) {
            directory.writeOnce(file, wrapped.create(owner));
        }
        return forReading(owner);
    }

    StreamingAead forReading(String owner) throws ArtefactException {
        try {
            return wrapped.open(Files.readAllBytes(file(owner)), owner);
        } catch (NoSuchFileException e) {
            throw new WrongKeyException(owner, "its data keyset is not in the store");
        } catch (ArtefactException e) {
            throw e;
        } catch (IOException e) {
            throw directory.failure("reading a data keyset failed", e);
        }
    }

    /** Brings back what another place has kept of it; one that is there stays. */
    void bringBack(String owner, byte[] keyset) throws ArtefactException {
        directory.writeOnce(file(owner), keyset);
    }

    Path file(String owner) {
        return directory.root().resolve(owner).resolve(FILE);
    }

    WrappedKeys wrapped() {
        return wrapped;
    }
}
