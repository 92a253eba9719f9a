package io.silverback.artefacts;

import com.google.crypto.tink.StreamingAead;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The copies that one place holds, and the data keysets that open them. */
record PlacedCopies(Place place, WrappedKeys keys) {

    String store() {
        return place.name();
    }

    /** Puts the bytes of a stored artefact there, and reads them back. */
    void put(ArtefactId id, StoredArtefact artefact, Path file) throws ArtefactException {
        place.put(id.toString(), file);
        try {
            check(id, artefact);
        } catch (MissingArtefactException | AlteredArtefactException e) {
            throw lies("a copy of " + id);
        }
    }

    /** Makes sure that the owner's keyset lies there; one that differs is never replaced. */
    void putKeyset(String owner, Path file, byte[] keyset) throws ArtefactException {
        String key = keysetKey(owner);
        try {
            if (!Arrays.equals(bytes(key), keyset)) {
                throw new StoreUnavailableException(
                        store(), "it has another data keyset of " + owner);
            }
        } catch (MissingArtefactException absent) {
            place.put(key, file);
            if (!Arrays.equals(bytes(key), keyset)) {
                throw lies("the data keyset of " + owner);
            }
        }
    }

    /** The owner's keyset as it lies there. */
    byte[] keyset(String owner) throws ArtefactException {
        return bytes(keysetKey(owner));
    }

    /** Reads all stored bytes against their checksum, without decrypting them. */
    void check(ArtefactId id, StoredArtefact artefact) throws ArtefactException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(place.open(id.toString()), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ArtefactException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreUnavailableException(store(), "reading failed");
        }
        if (!Sha256.hex(digest).equals(artefact.sha256Stored())) {
            throw new AlteredArtefactException(
                    id, "its copy in " + store() + " has another SHA-256");
        }
    }

    /** The content, authenticated as it is read. */
    InputStream content(ArtefactId id) throws IOException {
        StreamingAead key = keys.open(keyset(id.owner()), id.owner());
        InputStream stored = new BufferedInputStream(place.open(id.toString()), 1 << 16);
        try {
            return key.newDecryptingStream(stored, id.associatedData());
        } catch (GeneralSecurityException e) {
            stored.close();
            throw new IllegalStateException("This Java can't decrypt AES-256-GCM.", e);
        }
    }

    /** A file of its own with the stored bytes, still encrypted; the caller removes it. */
    EncryptedFile fetch(ArtefactId id) throws IOException {
        StreamingAead key = keys.open(keyset(id.owner()), id.owner());
        Path file = Files.createTempFile("silverback-", ".copy");
        try (InputStream in = place.open(id.toString())) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return new EncryptedFile(file, id, key);
        } catch (IOException e) {
            Files.delete(file);
            throw e;
        }
    }

    /** What is stored under the id, after all of it was decrypted. */
    Optional<Checksums> find(ArtefactId id) throws ArtefactException {
        try {
            EncryptedFile fetched = fetch(id);
            try {
                return Optional.of(fetched.inspect());
            } finally {
                Files.delete(fetched.path());
            }
        } catch (MissingArtefactException e) {
            return Optional.empty();
        } catch (ArtefactException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreUnavailableException(store(), "reading failed");
        }
    }

    /** How the copy of a stored artefact is. */
    Copy copy(ArtefactId id, StoredArtefact artefact) {
        try {
            keys.open(keyset(id.owner()), id.owner());
            check(id, artefact);
            return Copy.whole(store());
        } catch (ArtefactException e) {
            return Copy.broken(store(), e);
        }
    }

    /** The artefacts of that name that it has copies of. */
    Set<ArtefactId> named(String name) throws ArtefactException {
        return place.keys("").stream()
                .flatMap(key -> ArtefactId.parse(key).stream())
                .filter(id -> id.name().equals(name))
                .collect(Collectors.toSet());
    }

    /** Removes all of an owner's copies, the keyset last. */
    void removeAll(String owner) throws ArtefactException {
        String keyset = keysetKey(owner);
        for (String key : place.keys(owner + "/")) {
            if (!key.equals(keyset)) {
                place.remove(key);
            }
        }
        place.remove(keyset);
    }

    /** Puts, reads and removes a few bytes. */
    void probe() throws ArtefactException {
        String key = ".incoming/" + UUID.randomUUID() + ".probe";
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        try {
            Path file = Files.createTempFile("silverback-", ".probe");
            try {
                place.put(key, Files.write(file, bytes));
            } finally {
                Files.delete(file);
            }
            if (!Arrays.equals(bytes(key), bytes)) {
                throw lies("a probe");
            }
            place.remove(key);
        } catch (MissingArtefactException e) {
            throw lies("a probe");
        } catch (ArtefactException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreUnavailableException(store(), "no temporary file can be written");
        }
    }

    private byte[] bytes(String key) throws ArtefactException {
        try (InputStream in = place.open(key)) {
            return in.readAllBytes();
        } catch (ArtefactException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreUnavailableException(store(), "reading failed");
        }
    }

    private StoreUnavailableException lies(String what) {
        return new StoreUnavailableException(
                store(), "it does not give back what was written to it: " + what);
    }

    private static String keysetKey(String owner) {
        return owner + "/" + DataKeys.FILE;
    }
}
