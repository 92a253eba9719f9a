package io.silverback.kong.apply;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.ConfigurationProof;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.Reference;
import io.silverback.kong.state.Entity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

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

    Uni<List<Entity>> read(List<EntityType> types) {
        List<Collection> first =
                types.stream()
                        .filter(type -> type.access().parentField().isEmpty())
                        .map(Collection::of)
                        .toList();
        return readAll(first).chain(parents -> readBelow(types, parents));
    }

    private Uni<List<Entity>> readBelow(List<EntityType> types, List<Entity> parents) {
        List<Collection> below = new ArrayList<>();
        types.forEach(
                type ->
                        type.access()
                                .parentField()
                                .ifPresent(field -> below.addAll(below(type, field, parents))));
        return readAll(below).map(entities -> joined(parents, entities));
    }

    private static List<Collection> below(EntityType type, String field, List<Entity> parents) {
        Reference reference = type.fields().references().get(field);
        return parents.stream()
                .filter(parent -> reference != null && parent.type().equals(reference.type()))
                .map(parent -> Collection.below(type, field, parent.id()))
                .toList();
    }

    private Uni<List<Entity>> readAll(List<Collection> collections) {
        return Multi.createFrom()
                .iterable(collections)
                .onItem()
                .transformToUni(collection -> collection.read(place, clock, cassandra))
                .merge(concurrency)
                .onItem()
                .<Entity>disjoint()
                .filter(entity -> !isMarker(entity))
                .collect()
                .asList();
    }

    /** A proof that runs beside us, of this migration or of another. */
    private static boolean isMarker(Entity entity) {
        return entity.type().equals("upstreams")
                && entity.name().filter(ConfigurationProof::isMarker).isPresent();
    }

    private static List<Entity> joined(List<Entity> first, List<Entity> second) {
        List<Entity> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
