package io.silverback.databases.backup;

import io.silverback.artefacts.ArtefactException;
import io.silverback.artefacts.ArtefactStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes old backups. */
record Expiry(ArtefactStore store, Receipts receipts) {

    List<Backup> remove(Retention retention, Set<String> live, Instant now)
            throws ArtefactException {
        List<Backup> removed = new ArrayList<>();
        List<Backup> all = receipts.list().backups();
        for (String gateway : all.stream().map(Backup::gateway).collect(Collectors.toSet())) {
            List<Backup> own = all.stream().filter(one -> one.gateway().equals(gateway)).toList();
            List<Backup> old = retention.old(own, live, now);
            Optional<Backup> kept = old.isEmpty() ? Optional.empty() : newestRestorable(own);
            if (kept.isPresent()) {
                removed.addAll(remove(own, old, kept.get()));
            }
        }
        return removed;
    }

    /** What one owner has is removed together, or not at all. */
    private List<Backup> remove(List<Backup> own, List<Backup> old, Backup kept)
            throws ArtefactException {
        Set<String> needed =
                Stream.concat(own.stream().filter(one -> !old.contains(one)), Stream.of(kept))
                        .map(Backup::owner)
                        .collect(Collectors.toSet());
        List<Backup> removed = old.stream().filter(one -> !needed.contains(one.owner())).toList();
        for (Backup one : removed) {
            store.removeAll(one.owner());
        }
        return removed;
    }

    private Optional<Backup> newestRestorable(List<Backup> newestFirst) throws ArtefactException {
        Verification verification = new Verification(store, receipts);
        for (Backup one : newestFirst) {
            if (verification.of(one).restorable()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
