package io.silverback.artefacts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Artefacts in a directory that all services share: {@code <owner>/<generation>/<name>}. */
public final class FileArtefactStore implements ArtefactStore {

    private static final String SCHEME = "file-store";

    private final StoreUri uris;
    private final Directory directory;
    private final DataKeys keys;

    private FileArtefactStore(StoreUri uris, Directory directory, DataKeys keys) {
        this.uris = uris;
        this.directory = directory;
        this.keys = keys;
    }

    /**
     * A store that is not touched before it is used: see {@link #probe()}.
     *
     * @param name of the store in the registry, the URIs carry it
     */
    public static FileArtefactStore open(String name, Path directory, KeyEncryptionKey kek) {
        Directory files = new Directory(directory);
        return new FileArtefactStore(new StoreUri(SCHEME, name), files, new DataKeys(files, kek));
    }

    @Override
    public ArtefactOutput begin(ArtefactId id) throws IOException {
        EncryptedFile target = file(id, true);
        EncryptedFile aside = new EncryptedFile(directory.newIncoming(), id, target.key());
        return FileArtefactOutput.open(
                directory,
                aside,
                (written, checksums) ->
                        directory.publish(written.path(), target.path())
                                ? stored(id, checksums)
                                : existing(target, checksums));
    }

    @Override
    public InputStream open(StoredArtefact artefact) throws ArtefactException {
        ArtefactId id = uris.id(artefact.uri());
        if (!Files.exists(path(id))) {
            throw new MissingArtefactException(id.toString(), "it is not in the store");
        }
        EncryptedFile file = file(id, false);
        try {
            checkStored(file, artefact);
            return file.content(artefact.sha256Content());
        } catch (ArtefactException e) {
            throw e;
        } catch (IOException e) {
            throw directory.failure("reading failed", e);
        }
    }

    @Override
    public InputStream open(ArtefactId id) throws ArtefactException {
        if (!Files.exists(path(id))) {
            throw new MissingArtefactException(id.toString(), "it is not in the store");
        }
        EncryptedFile file = file(id, false);
        try {
            return file.content();
        } catch (IOException e) {
            throw directory.failure("reading failed", e);
        }
    }

    @Override
    public Optional<StoredArtefact> find(ArtefactId id) throws ArtefactException {
        if (!Files.exists(path(id))) {
            return Optional.empty();
        }
        return Optional.of(stored(id, inspect(file(id, false))));
    }

    @Override
    public ArtefactId id(URI uri) throws MissingArtefactException {
        return uris.id(uri);
    }

    @Override
    public void remove(ArtefactId id) throws ArtefactException {
        directory.remove(path(id));
    }

    @Override
    public void removeAll(String owner) throws ArtefactException {
        for (String key : directory.keys(owner + "/")) {
            if (ArtefactId.parse(key).isPresent()) {
                directory.remove(directory.root().resolve(key));
            }
        }
        directory.remove(keys.file(owner));
    }

    @Override
    public Set<ArtefactId> named(String name) throws ArtefactException {
        return directory.keys("").stream()
                .flatMap(key -> ArtefactId.parse(key).stream())
                .filter(id -> id.name().equals(name))
                .collect(Collectors.toSet());
    }

    @Override
    public List<Copy> copies(StoredArtefact artefact) throws ArtefactException {
        uris.id(artefact.uri());
        try (InputStream content = open(artefact)) {
            content.transferTo(OutputStream.nullOutputStream());
            return List.of(Copy.whole(name()));
        } catch (ArtefactException e) {
            return List.of(Copy.broken(name(), e));
        } catch (IOException e) {
            throw directory.failure("reading failed", e);
        }
    }

    @Override
    public void probe() throws ArtefactException {
        Path file = directory.root().resolve(".incoming").resolve(UUID.randomUUID() + ".probe");
        byte[] bytes = file.toString().getBytes(StandardCharsets.UTF_8);
        try {
            directory.writeOnce(file, bytes);
            if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
                throw new StoreUnavailableException(
                        directory.root().toString(), "what was written reads back differently");
            }
        } catch (ArtefactException e) {
            throw e;
        } catch (IOException e) {
            throw directory.failure("reading failed", e);
        } finally {
            directory.discard(file);
        }
    }

    @Override
    public String toString() {
        return "FileArtefactStore[" + directory.root() + "]";
    }

    private StoredArtefact existing(EncryptedFile file, Checksums written)
            throws ArtefactException {
        Checksums there = inspect(file);
        if (!there.content().equals(written.content())) {
            throw new ConflictingArtefactException(file.id());
        }
        return stored(file.id(), there);
    }

    private Checksums inspect(EncryptedFile file) throws ArtefactException {
        try {
            return file.inspect();
        } catch (ArtefactException e) {
            throw e;
        } catch (IOException e) {
            throw directory.failure("reading failed", e);
        }
    }

    /** Refuses a file that is not the stored one, before anything of it is decrypted. */
    static void checkStored(EncryptedFile file, StoredArtefact expected) throws IOException {
        long bytes = Files.size(file.path());
        if (bytes < expected.bytes()) {
            throw new TruncatedArtefactException(
                    file.id(), bytes + " of " + expected.bytes() + " bytes are there");
        }
        if (!file.storedChecksum().equals(expected.sha256Stored())) {
            throw new AlteredArtefactException(file.id(), "the stored bytes have another SHA-256");
        }
    }

    /** What an event says of an artefact with these checksums. */
    StoredArtefact stored(ArtefactId id, Checksums checksums) {
        return new StoredArtefact(
                uris.of(id), checksums.stored(), checksums.content(), checksums.bytes());
    }

    private EncryptedFile file(ArtefactId id, boolean forWriting) throws ArtefactException {
        return new EncryptedFile(
                path(id),
                id,
                forWriting ? keys.forWriting(id.owner()) : keys.forReading(id.owner()));
    }

    /** Its name in the registry. */
    String name() {
        return uris.store();
    }

    DataKeys keys() {
        return keys;
    }

    /** Where the artefact lies, or would. */
    Path path(ArtefactId id) {
        return directory
                .root()
                .resolve(id.owner())
                .resolve(Integer.toString(id.generation()))
                .resolve(id.name());
    }
}
