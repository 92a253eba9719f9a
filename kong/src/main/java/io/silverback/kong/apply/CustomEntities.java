package io.silverback.kong.apply;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.apply.Inventory.Remark;
import io.silverback.kong.catalogue.Catalogue;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Entities that plugins of the user's own bring along: {@code GET /endpoints} lists a collection
 * that the catalogue lacks, and {@code /schemas} knows its entity. They are counted and named.
 *
 * @param place where they are read
 * @param names of the collections that may be such
 */
record CustomEntities(AdminApi place, List<String> names) {
    private static final Pattern COLLECTION = Pattern.compile("/[A-Za-z0-9_-]+");

    static CustomEntities among(Set<String> endpoints, AdminApi place) {
        return new CustomEntities(
                place,
                endpoints.stream()
                        .filter(path -> COLLECTION.matcher(path).matches())
                        .filter(path -> hasOne(path, endpoints))
                        .filter(path -> !isKnown(path))
                        .map(path -> path.substring(1))
                        .sorted()
                        .toList());
    }

    /** One remark for each collection that holds entities. */
    Uni<List<Remark>> remarks() {
        return Multi.createFrom()
                .iterable(names)
                .onItem()
                .transformToUniAndConcatenate(this::remark)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList();
    }

    private Uni<Optional<Remark>> remark(String name) {
        return place.atRoot()
                .find("/schemas/" + name.replace('-', '_'))
                .chain(
                        schema ->
                                schema.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : place.list("/" + name)
                                                .collect()
                                                .with(Collectors.counting())
                                                .map(count -> remark(name, count)));
    }

    private static Optional<Remark> remark(String name, long count) {
        return Optional.of(
                        new Remark(
                                "custom-" + name,
                                count
                                        + " entities in /"
                                        + name
                                        + " belong to a plugin that Silverback does not know."
                                        + " They are not in the dump."))
                .filter(remark -> count > 0);
    }

    private static boolean hasOne(String path, Set<String> endpoints) {
        return endpoints.stream().anyMatch(endpoint -> endpoint.startsWith(path + "/{"));
    }

    private static boolean isKnown(String path) {
        return Catalogue.kong().find(path.substring(1)).isPresent()
                || Catalogue.kong().types().stream()
                        .anyMatch(type -> type.access().path().equals(path));
    }
}
