package io.silverback.databases;

import io.silverback.artefacts.ArtefactStore;
import io.silverback.artefacts.DirectoryPlace;
import io.silverback.artefacts.FileArtefactStore;
import io.silverback.artefacts.KeyEncryptionKey;
import io.silverback.artefacts.LostCopies;
import io.silverback.artefacts.Place;
import io.silverback.artefacts.RedundantArtefactStore;
import io.silverback.artefacts.S3Place;
import io.silverback.artefacts.S3Settings;
import io.silverback.artefacts.S3Settings.S3Credentials;
import io.silverback.messaging.PermanentFailure;
import io.silverback.registry.Registry;
import io.silverback.registry.Store;
import java.util.List;

/** Opens artefact stores as the registry tells. */
public final class RegisteredStores {

    private RegisteredStores() {}

    /**
     * The store of that name and, where there are any, its copies as one. Nothing is touched yet.
     *
     * @param copies names of further stores
     */
    public static ArtefactStore open(
            Registry registry,
            String name,
            List<String> copies,
            KeyEncryptionKey key,
            LostCopies losses) {
        if (!(registered(registry, name) instanceof Store.File first)) {
            throw new PermanentFailure(
                    "Store "
                            + name
                            + " must be of type file to be the first: a bucket holds copies.");
        }
        FileArtefactStore store = FileArtefactStore.open(name, first.path(), key);
        if (copies.contains(name)) {
            throw new PermanentFailure("Store " + name + " can't be its own copy.");
        }
        List<Place> places = copies.stream().map(copy -> place(registry, copy)).toList();
        return places.isEmpty() ? store : RedundantArtefactStore.of(store, places, losses);
    }

    private static Place place(Registry registry, String name) {
        Store store = registered(registry, name);
        return store instanceof Store.S3 bucket
                ? S3Place.open(name, settings(bucket))
                : new DirectoryPlace(name, ((Store.File) store).path());
    }

    private static S3Settings settings(Store.S3 bucket) {
        return new S3Settings(
                bucket.bucket(),
                bucket.prefix(),
                bucket.region(),
                bucket.endpoint(),
                bucket.pathStyle(),
                bucket.keys().map(keys -> () -> credentials(keys)));
    }

    private static S3Credentials credentials(Store.Keys keys) {
        return new S3Credentials(keys.accessKey().read(), keys.secretKey().read());
    }

    private static Store registered(Registry registry, String name) {
        return registry.store(name)
                .orElseThrow(
                        () ->
                                new PermanentFailure(
                                        "The registry has no store "
                                                + name
                                                + ": see silverback.artefacts.store and .copies."));
    }
}
