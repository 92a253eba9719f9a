package io.silverback.kong.apply;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.Reference;
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

/** Reads collections, some at once; those below parents after the parents. */
final class Collections {
    private final AdminApi place;
    private final Clock clock;
    private final int concurrency;
    private final boolean cassandra;

    Collections(AdminApi place, Clock clock, int concurrency, boolean cassandra) {
        this.place = place;
        this.clock = clock;
        this.concurrency = concurrency;
        this.cassandra = cassandra;
    }

    /** Everything of these types. */
    Uni<Contents> read(List<EntityType> types) {
        List<Collection> first =
                types.stream()
                        .filter(type -> type.access().parentField().isEmpty())
                        .map(Collection::of)
                        .toList();
        return contents(first)
                .map(Contents::new)
                .chain(parents -> contents(below(types, parents)).map(more -> parents.with(more)));
    }

    /** The collections below the parents that were read. */
    static List<Collection> below(List<EntityType> types, Contents parents) {
        List<Collection> below = new ArrayList<>();
        types.forEach(
                type ->
                        type.access()
                                .parentField()
                                .ifPresent(field -> below.addAll(below(type, field, parents))));
        return below;
    }

    /** The entities of each collection. */
    Uni<Map<Collection, List<Entity>>> contents(List<Collection> collections) {
        return each(collections, rows -> rows.collect().asList());
    }

    /** The fingerprint of each collection, with none of its entities kept. */
    Uni<Map<Collection, String>> fingerprints(List<Collection> collections) {
        return each(
                collections,
                rows ->
                        rows.collect()
                                .in(RunningFingerprint::new, RunningFingerprint::add)
                                .map(RunningFingerprint::value));
    }

    private static List<Collection> below(EntityType type, String field, Contents parents) {
        Reference reference = type.fields().references().get(field);
        return parents.entities().stream()
                .filter(parent -> reference != null && parent.type().equals(reference.type()))
                .map(parent -> Collection.below(type, field, parent.id()))
                .toList();
    }

    private <T> Uni<Map<Collection, T>> each(
            List<Collection> collections, Function<Multi<Entity>, Uni<T>> how) {
        return Multi.createFrom()
                .iterable(collections)
                .onItem()
                .transformToUni(
                        one ->
                                how.apply(one.rows(place, clock, cassandra))
                                        .map(read -> Map.entry(one, read)))
                .merge(concurrency)
                .collect()
                .in(HashMap::new, (all, one) -> all.put(one.getKey(), one.getValue()));
    }
}
