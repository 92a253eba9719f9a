package io.silverback.kong.apply;

import io.silverback.kong.admin.RootInfo;
import io.silverback.kong.apply.Inventory.Remark;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.Kind;
import io.silverback.kong.catalogue.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The types that are read of a gateway: what is known from documentation alone, only where the
 * gateway says that it has it.
 *
 * @param skipped what is not read, since {@code GET /endpoints} does not list it
 */
record ReadTypes(List<EntityType> read, List<EntityType> skipped) {

    static ReadTypes of(Scope scope, RootInfo root, Set<String> endpoints) {
        List<EntityType> read = new ArrayList<>();
        List<EntityType> skipped = new ArrayList<>();
        Catalogue.kong().types(scope, Kind.CONFIGURATION, root.edition(), root.version()).stream()
                .filter(type -> type.access().readable())
                .forEach(type -> (isThere(type, endpoints) ? read : skipped).add(type));
        return new ReadTypes(read, skipped);
    }

    List<Remark> remarks() {
        return skipped.isEmpty()
                ? List.of()
                : List.of(
                        new Remark(
                                "not-listed",
                                "Not read, since GET /endpoints does not list them: "
                                        + skipped.stream()
                                                .map(EntityType::name)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    private static boolean isThere(EntityType type, Set<String> endpoints) {
        return type.availability().proven() || endpoints.stream().anyMatch(type.access()::listedAs);
    }
}
