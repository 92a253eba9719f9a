package io.silverback.kong.apply;

import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.state.Entity;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads until each collection has the same fingerprint before and after: what changed meanwhile,
 * and only that, is read again, a bounded number of times.
 */
final class SteadyReading {
    private static final int ROUNDS = 5;

    private final Collections collections;
    private final List<EntityType> types;
    private final String gateway;
    private final String workspace;

    SteadyReading(
            Collections collections, List<EntityType> types, String gateway, String workspace) {
        this.collections = collections;
        this.types = types;
        this.gateway = gateway;
        this.workspace = workspace;
    }

    Uni<List<Entity>> read() {
        return collections
                .read(types)
                .chain(first -> confirm(first, List.copyOf(first.collections().keySet()), 1))
                .map(Contents::entities);
    }

    private Uni<Contents> confirm(Contents known, List<Collection> suspects, int round) {
        return collections
                .fingerprints(suspects)
                .map(known::changedSince)
                .chain(
                        changed ->
                                changed.isEmpty()
                                        ? Uni.createFrom().item(known)
                                        : again(known, changed, round));
    }

    private Uni<Contents> again(Contents known, List<Collection> changed, int round) {
        return collections
                .contents(changed)
                .chain(
                        now ->
                                round == ROUNDS
                                        ? fail(known.changes(now))
                                        : follow(known.with(now), changed, round));
    }

    /** New parents bring collections, parents that are gone take theirs away. */
    private Uni<Contents> follow(Contents known, List<Collection> changed, int round) {
        Set<Collection> below = new LinkedHashSet<>(Collections.below(types, known));
        Contents kept = known.onlyWithParents(below);
        below.removeAll(kept.collections().keySet());
        List<Collection> suspects = new ArrayList<>(changed);
        suspects.retainAll(kept.collections().keySet());
        suspects.addAll(below);
        return collections
                .contents(List.copyOf(below))
                .chain(more -> confirm(kept.with(more), suspects, round + 1));
    }

    private Uni<Contents> fail(List<String> changes) {
        List<String> named = changes.isEmpty() ? List.of("it changed and changed back") : changes;
        return Uni.createFrom().failure(new ChangedWhileReadException(gateway, workspace, named));
    }
}
