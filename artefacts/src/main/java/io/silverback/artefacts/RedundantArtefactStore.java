package io.silverback.artefacts;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Artefacts in a first store and, the same encrypted bytes under the same id, in places besides. An
 * artefact is stored when all of them have given it back; it can be read while one of them can.
 */
public final class RedundantArtefactStore implements ArtefactStore {

    private final FileArtefactStore first;
    private final List<PlacedCopies> places;
    private final RedundantKeys keys;
    private final LostCopies lost;

    private RedundantArtefactStore(
            FileArtefactStore first, List<PlacedCopies> places, LostCopies lost) {
        this.first = first;
        this.places = places;
        this.keys = new RedundantKeys(first, places);
        this.lost = lost;
    }

    /**
     * A store that is not touched before it is used.
     *
     * @param places at least one, none of which is the first store
     */
    public static ArtefactStore of(FileArtefactStore first, List<Place> places, LostCopies lost) {
        if (places.isEmpty()) {
            throw new IllegalArgumentException("Copies take at least one more place.");
        }
        return new RedundantArtefactStore(
                first,
                places.stream()
                        .map(place -> new PlacedCopies(place, first.keys().wrapped()))
                        .toList(),
                lost);
    }

    @Override
    public ArtefactOutput begin(ArtefactId id) throws IOException {
        keys.share(id.owner());
        return new RedundantOutput(first.begin(id), commit -> store(id, commit));
    }

    @Override
    public InputStream open(StoredArtefact artefact) throws ArtefactException {
        ArtefactId id = first.id(artefact.uri());
        try {
            return first.open(artefact);
        } catch (ArtefactException e) {
            lost.lost(first.name(), id.toString(), e);
            return openCopy(id, artefact, e);
        }
    }

    @Override
    public InputStream open(ArtefactId id) throws ArtefactException {
        try {
            return FallbackContent.of(sources(id));
        } catch (ArtefactException e) {
            throw e;
        } catch (IOException e) {
            throw new StoreUnavailableException(first.name(), "reading failed");
        }
    }

    @Override
    public Optional<StoredArtefact> find(ArtefactId id) throws ArtefactException {
        try {
            Optional<StoredArtefact> found = first.find(id);
            return found.isPresent() ? found : findCopy(id);
        } catch (ArtefactException e) {
            lost.lost(first.name(), id.toString(), e);
            return Optional.of(findCopy(id).orElseThrow(() -> e));
        }
    }

    @Override
    public ArtefactId id(URI uri) throws ArtefactException {
        return first.id(uri);
    }

    @Override
    public void remove(ArtefactId id) throws ArtefactException {
        for (PlacedCopies place : places) {
            place.place().remove(id.toString());
        }
        first.remove(id);
    }

    @Override
    public void removeAll(String owner) throws ArtefactException {
        for (PlacedCopies place : places) {
            place.removeAll(owner);
        }
        first.removeAll(owner);
        keys.forget(owner);
    }

    @Override
    public Set<ArtefactId> named(String name) throws ArtefactException {
        Set<ArtefactId> found = new HashSet<>(first.named(name));
        for (PlacedCopies place : places) {
            try {
                found.addAll(place.named(name));
            } catch (StoreUnavailableException e) {
                lost.lost(place.store(), name, e);
            }
        }
        return found;
    }

    @Override
    public List<Copy> copies(StoredArtefact artefact) throws ArtefactException {
        ArtefactId id = first.id(artefact.uri());
        List<Copy> copies = new ArrayList<>(first.copies(artefact));
        for (PlacedCopies place : places) {
            copies.add(place.copy(id, artefact));
        }
        return copies;
    }

    @Override
    public void probe() throws ArtefactException {
        first.probe();
        for (PlacedCopies place : places) {
            place.probe();
        }
    }

    private StoredArtefact store(ArtefactId id, RedundantOutput.Commit commit) throws IOException {
        Path file = first.path(id);
        boolean wasThere = Files.exists(file);
        StoredArtefact stored = commit.commit();
        boolean everywhere = false;
        try {
            for (PlacedCopies place : places) {
                place.put(id, stored, file);
            }
            everywhere = true;
            return stored;
        } finally {
            if (!everywhere && !wasThere) {
                first.remove(id);
            }
        }
    }

    private InputStream openCopy(ArtefactId id, StoredArtefact artefact, ArtefactException why)
            throws ArtefactException {
        for (PlacedCopies place : places) {
            try {
                return place.fetch(id).contentOnce(artefact);
            } catch (IOException e) {
                why.addSuppressed(e);
                lost.lost(place.store(), id.toString(), asArtefact(place.store(), e));
            }
        }
        throw why;
    }

    private Optional<StoredArtefact> findCopy(ArtefactId id) throws ArtefactException {
        for (PlacedCopies place : places) {
            Optional<Checksums> found = place.find(id);
            if (found.isPresent()) {
                return found.map(checksums -> first.stored(id, checksums));
            }
        }
        return Optional.empty();
    }

    private Iterator<FallbackContent.Source> sources(ArtefactId id) {
        FallbackContent.Source own = source(first.name(), id, () -> first.open(id));
        return Stream.concat(
                        Stream.of(own),
                        places.stream()
                                .map(place -> source(place.store(), id, () -> place.content(id))))
                .iterator();
    }

    private FallbackContent.Source source(String store, ArtefactId id, Opening opening) {
        return new FallbackContent.Source() {
            @Override
            public InputStream open() throws IOException {
                return opening.open();
            }

            @Override
            public void lost(IOException why) {
                lost.lost(store, id.toString(), asArtefact(store, why));
            }
        };
    }

    private static ArtefactException asArtefact(String store, IOException why) {
        return why instanceof ArtefactException known
                ? known
                : new StoreUnavailableException(store, "reading failed");
    }

    private interface Opening {
        InputStream open() throws IOException;
    }
}
