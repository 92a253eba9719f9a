package io.silverback.kong.apply;

import io.silverback.kong.spill.Lines;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.state.SpilledState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads until each collection has the same fingerprint before and after: what changed meanwhile,
 * and only that, is read again, a bounded number of times.
 */
final class SteadyReading {
    private static final int ROUNDS = 5;

    private final Place place;
    private final Scratch scratch;
    private final Vertx vertx;
    private final Parents parents;
    private final Contents contents;

    SteadyReading(Place place, Scratch scratch, Vertx vertx) {
        this.place = place;
        this.scratch = scratch;
        this.vertx = vertx;
        parents = new Parents(place.types());
        contents = new Contents(scratch, vertx);
    }

    Uni<SpilledState> read() {
        return read(Collections.first(place.types()))
                .chain(() -> descend())
                .chain(() -> confirm(List.copyOf(contents.collections()), 1))
                .chain(() -> vertx.executeBlocking(this::state, false));
    }

    private Uni<Void> read(List<Collection> collections) {
        return place.collections().read(collections, parents, contents);
    }

    private Uni<List<Collection>> descend() {
        return place.collections().descend(parents, contents, List.of());
    }

    private Uni<Void> confirm(List<Collection> suspects, int round) {
        return place.collections()
                .fingerprints(suspects)
                .map(contents::changedSince)
                .chain(
                        changed ->
                                changed.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : again(changed, round));
    }

    private Uni<Void> again(List<Collection> changed, int round) {
        return read(changed).chain(() -> round == ROUNDS ? fail(changed) : follow(changed, round));
    }

    /** New parents bring collections, parents that are gone take theirs away. */
    private Uni<Void> follow(List<Collection> changed, int round) {
        Set<Collection> below = parents.below();
        parents.keepBelow(below);
        contents.keepBelow(below);
        List<Collection> suspects = new ArrayList<>(changed);
        suspects.retainAll(contents.collections());
        return descend().invoke(suspects::addAll).chain(() -> confirm(suspects, round + 1));
    }

    private Uni<Void> fail(List<Collection> changed) {
        return vertx.executeBlocking(() -> Changes.in(contents, changed, scratch), false)
                .chain(changes -> Uni.createFrom().failure(unsteady(changes)));
    }

    private ChangedWhileReadException unsteady(List<String> changes) {
        List<String> named = changes.isEmpty() ? List.of("it changed and changed back") : changes;
        return new ChangedWhileReadException(place.root().gateway(), place.workspace(), named);
    }

    private SpilledState state() throws IOException {
        try (Lines last = contents.last()) {
            return SpilledState.of(place.workspace(), scratch, last);
        }
    }
}
