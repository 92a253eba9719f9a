package io.silverback.console.inventory;

import io.silverback.artefacts.ArtefactException;
import io.silverback.artefacts.ArtefactId;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.FileArtefactStore;
import io.silverback.artefacts.KeyEncryptionKey;
import io.silverback.artefacts.StoredArtefact;
import io.silverback.registry.Registry;
import io.silverback.registry.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens artefacts by their URI; blocking. */
@ApplicationScoped
public class Artefacts {
    private static final String NAME = "([A-Za-z0-9_][A-Za-z0-9._-]{0,127})";
    private static final Pattern PATH = Pattern.compile("/" + NAME + "/(\\d{1,9})/" + NAME);

    private final InventoryConfig config;
    private final Registry registry;

    Artefacts(InventoryConfig config, Registry registry) {
        this.config = config;
        this.registry = registry;
    }

    /** The artefact's id, where the URI is one of the configured store's. */
    public Optional<ArtefactId> id(URI uri) {
        Matcher path = PATH.matcher(uri.getPath() == null ? "" : uri.getPath());
        boolean ours =
                "file-store".equals(uri.getScheme()) && config.store().equals(uri.getAuthority());
        return ours && path.matches()
                ? Optional.of(
                        new ArtefactId(
                                path.group(1), Integer.parseInt(path.group(2)), path.group(3)))
                : Optional.empty();
    }

    /** The artefact's content, decrypted; whole only when read to its end without a fault. */
    public Optional<InputStream> open(ArtefactId id) throws ArtefactException {
        ArtefactStore store = store();
        Optional<StoredArtefact> stored = store.find(id);
        return stored.isPresent() ? Optional.of(store.open(stored.get())) : Optional.empty();
    }

    private ArtefactStore store() throws ArtefactException {
        String name = config.store();
        Store.File store =
                registry.store(name)
                        .filter(Store.File.class::isInstance)
                        .map(Store.File.class::cast)
                        .orElseThrow(
                                () -> new NoArtefacts("no store \"" + name + "\" is registered"));
        return FileArtefactStore.open(
                name,
                store.path(),
                KeyEncryptionKey.load(
                        config.keyset()
                                .orElseThrow(
                                        () ->
                                                new NoArtefacts(
                                                        "the console has no artefact keyset"))));
    }
}
