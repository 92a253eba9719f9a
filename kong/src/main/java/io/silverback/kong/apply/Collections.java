package io.silverback.kong.apply;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.RunningFingerprint;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads collections, some at once. */
final class Collections {
    private static final int BATCH = 500;

    private final AdminApi place;
    private final Clock clock;
    private final int concurrency;
    private final boolean cassandra;
    private final Predicate<Entity> kept;

    Collections(
            AdminApi place,
            Clock clock,
            int concurrency,
            boolean cassandra,
            Predicate<Entity> kept) {
        this.place = place;
        this.clock = clock;
        this.concurrency = concurrency;
        this.cassandra = cassandra;
        this.kept = kept;
    }

    /** Everything of these types: first what is below nothing, then what is below that. */
    Uni<Void> all(List<EntityType> types, Keeper keeper) {
        Parents parents = new Parents(types);
        return read(first(types), parents, keeper)
                .chain(() -> descend(parents, keeper, List.of()))
                .replaceWithVoid();
    }

    /** What is below what was read, level by level; gives {@code read} and what was read more. */
    Uni<List<Collection>> descend(Parents parents, Keeper keeper, List<Collection> read) {
        List<Collection> unread = parents.unread();
        if (unread.isEmpty()) {
            return Uni.createFrom().item(read);
        }
        List<Collection> more = new ArrayList<>(read);
        more.addAll(unread);
        return read(unread, parents, keeper).chain(() -> descend(parents, keeper, more));
    }

    /** The collections that are below nothing. */
    static List<Collection> first(List<EntityType> types) {
        return types.stream()
                .filter(type -> type.access().parentField().isEmpty())
                .map(Collection::of)
                .toList();
    }

    /** Each of these from its beginning. */
    Uni<Void> read(List<Collection> collections, Parents parents, Keeper keeper) {
        collections.forEach(parents::begin);
        collections.forEach(keeper::begin);
        return each(collections, (one, rows) -> read(one, rows, parents, keeper)).replaceWithVoid();
    }

    /** The fingerprint of each collection, with none of its entities kept. */
    Uni<Map<Collection, String>> fingerprints(List<Collection> collections) {
        return each(
                collections,
                (one, rows) ->
                        rows.collect()
                                .in(RunningFingerprint::new, RunningFingerprint::add)
                                .map(RunningFingerprint::value));
    }

    private static Uni<Boolean> read(
            Collection one, Multi<Entity> rows, Parents parents, Keeper keeper) {
        return rows.group()
                .intoLists()
                .of(BATCH)
                .invoke(batch -> parents.add(one, batch))
                .onItem()
                .transformToUniAndConcatenate(batch -> keeper.keep(one, batch).replaceWith(true))
                .collect()
                .last()
                .replaceWith(true);
    }

    private <T> Uni<Map<Collection, T>> each(List<Collection> collections, Reading<T> how) {
        Function<Collection, Uni<Map.Entry<Collection, T>>> read =
                one ->
                        how.of(one, one.rows(place, clock, cassandra).filter(kept))
                                .map(result -> Map.entry(one, result));
        return Multi.createFrom()
                .iterable(collections)
                .onItem()
                .transformToUni(read::apply)
                .merge(concurrency)
                .collect()
                .in(HashMap::new, (all, one) -> all.put(one.getKey(), one.getValue()));
    }

    /** What is made of a collection's rows. */
    @FunctionalInterface
    private interface Reading<T> {
        Uni<T> of(Collection one, Multi<Entity> rows);
    }
}
