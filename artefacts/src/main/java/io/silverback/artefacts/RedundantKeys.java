package io.silverback.artefacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps each owner's data keyset in all stores: an artefact's copies are of no use without it. */
final class RedundantKeys {

    private final FileArtefactStore first;
    private final List<PlacedCopies> places;
    private final Set<String> everywhere = ConcurrentHashMap.newKeySet();

    RedundantKeys(FileArtefactStore first, List<PlacedCopies> places) {
        this.first = first;
        this.places = places;
    }

    /**
     * Before the owner's first artefact is written. A keyset that the first store has lost comes
     * back from a place: a new one would make all copies of before unreadable.
     */
    void share(String owner) throws ArtefactException {
        if (everywhere.contains(owner)) {
            return;
        }
        Path file = first.keys().file(owner);
        if (!Files.exists(file)) {
            bringBack(owner);
        }
        first.keys().forWriting(owner);
        byte[] keyset = read(owner, file);
        for (PlacedCopies place : places) {
            place.putKeyset(owner, file, keyset);
        }
        everywhere.add(owner);
    }

    /** After the owner's keyset was removed. */
    void forget(String owner) {
        everywhere.remove(owner);
    }

    private void bringBack(String owner) throws ArtefactException {
        for (PlacedCopies place : places) {
            try {
                first.keys().bringBack(owner, place.keyset(owner));
                return;
            } catch (MissingArtefactException absent) {
                // A new owner has one nowhere.
                continue;
            }
        }
    }

    private static byte[] read(String owner, Path file) throws ArtefactException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new WrongKeyException(owner, "its data keyset can't be read");
        }
    }
}
