package io.silverback.kong.apply;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.RootInfo;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.catalogue.Edition;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.Kind;
import io.silverback.kong.catalogue.Scope;
import io.silverback.kong.state.DeclarativeState;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Reads everything that is configured in one workspace of a gateway. */
public final class GatewayReader {
    private final AdminApi api;
    private final Clock clock;
    private final int concurrency;

    /**
     * A reader.
     *
     * @param clock against which a remaining ttl becomes a moment
     * @param concurrency collections read at once
     */
    public GatewayReader(AdminApi api, Clock clock, int concurrency) {
        this.api = api.atRoot();
        this.clock = clock;
        this.concurrency = concurrency;
    }

    /**
     * One workspace, or {@link DeclarativeState#ESTATE}. A missing right or collection is a
     * failure.
     */
    public Uni<DeclarativeState> read(String workspace) {
        return place(workspace).chain(Place::once);
    }

    /**
     * The same, of one moment: {@link ChangedWhileReadException} when the gateway does not stand
     * still, {@link CountedLessException} when it counts more than it lists.
     */
    public Uni<DeclarativeState> readSteadily(String workspace) {
        return place(workspace).chain(Place::steadily);
    }

    private Uni<Place> place(String workspace) {
        return Uni.combine()
                .all()
                .unis(api.root(), api.endpoints())
                .with((root, endpoints) -> place(workspace, root, endpoints));
    }

    private Place place(String workspace, RootInfo root, Set<String> endpoints) {
        boolean estate = workspace.equals(DeclarativeState.ESTATE);
        boolean prefixed = !estate && !hasNoWorkspaces(root);
        AdminApi where = prefixed ? api.in(workspace) : api;
        return new Place(
                api,
                workspace,
                prefixed,
                types(estate ? Scope.ESTATE : Scope.WORKSPACE, root, endpoints),
                new Collections(where, clock, concurrency, root.onCassandra()));
    }

    /** An open source gateway has one workspace, without a prefix for it. */
    private static boolean hasNoWorkspaces(RootInfo root) {
        return root.edition() == Edition.OSS;
    }

    /** What is known from documentation alone is read where the gateway says that it has it. */
    private static List<EntityType> types(Scope scope, RootInfo root, Set<String> endpoints) {
        return Catalogue.kong()
                .types(scope, Kind.CONFIGURATION, root.edition(), root.version())
                .stream()
                .filter(type -> type.access().readable())
                .filter(type -> type.availability().proven() || isListed(type, endpoints))
                .toList();
    }

    private static boolean isListed(EntityType type, Set<String> endpoints) {
        return endpoints.stream().anyMatch(type.access()::listedAs);
    }
}
