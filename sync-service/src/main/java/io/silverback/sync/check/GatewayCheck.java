package io.silverback.sync.check;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.RootInfo;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.catalogue.Edition;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.Kind;
import io.silverback.kong.catalogue.Scope;
import io.silverback.sync.check.Finding.Verdict;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Holds the catalogue against a gateway. Sends nothing but GET. */
public final class GatewayCheck {
    private final AdminApi api;
    private final String workspace;
    private final Map<String, String> rows = new HashMap<>();

    /**
     * A check of one gateway, to be run once.
     *
     * @param workspace the one that is looked at, where the gateway has any
     */
    public GatewayCheck(AdminApi api, String workspace) {
        this.api = api.atRoot();
        this.workspace = workspace;
    }

    /** What agrees, what differs, and what there is nothing to see by. */
    public Uni<CheckReport> report() {
        return Uni.combine()
                .all()
                .unis(api.root(), api.endpoints())
                .asTuple()
                .chain(both -> report(both.getItem1(), both.getItem2()));
    }

    private Uni<CheckReport> report(RootInfo root, Set<String> endpoints) {
        return Multi.createFrom()
                .iterable(types(root))
                .onItem()
                .transformToUniAndConcatenate(type -> findings(type, root, endpoints))
                .onItem()
                .<Finding>transformToIterable(found -> found)
                .collect()
                .asList()
                .map(all -> report(root, all));
    }

    /** One after the other, parents first: what is read below something needs its id. */
    private Uni<List<Finding>> findings(EntityType type, RootInfo root, Set<String> endpoints) {
        boolean listed = endpoints.stream().anyMatch(type.access()::listedAs);
        if (!listed && !type.availability().proven()) {
            return Uni.createFrom().item(List.of(unlisted(type)));
        }
        return new TypeCheck(place(type, root), type).findings(rows);
    }

    private AdminApi place(EntityType type, RootInfo root) {
        boolean inside = type.scope() == Scope.WORKSPACE && root.edition() != Edition.OSS;
        return inside ? api.in(workspace) : api;
    }

    private static List<EntityType> types(RootInfo root) {
        return Stream.of(Scope.ESTATE, Scope.WORKSPACE)
                .flatMap(scope -> types(scope, root))
                .filter(type -> type.access().readable())
                .toList();
    }

    private static Stream<EntityType> types(Scope scope, RootInfo root) {
        return Catalogue.kong()
                .types(scope, Kind.CONFIGURATION, root.edition(), root.version())
                .stream();
    }

    private static Finding unlisted(EntityType type) {
        return new Finding(
                Verdict.NEVER_SEEN,
                type.name(),
                "the gateway does not list it, so it is not read",
                false);
    }

    private CheckReport report(RootInfo root, List<Finding> findings) {
        return new CheckReport(
                api.gateway(),
                root.version().toString(),
                root.edition().name(),
                workspace,
                findings);
    }
}
