package io.silverback.kong.apply;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.RootInfo;
import io.silverback.kong.catalogue.Edition;
import io.silverback.kong.catalogue.Scope;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.SpilledState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Clock;
import java.util.Set;
import java.util.function.Predicate;

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
        return place(workspace, entity -> true).chain(Place::once);
    }

    /**
     * The same, of one moment and outside of memory: {@link ChangedWhileReadException} when the
     * gateway does not stand still, {@link CountedLessException} when it counts more than it lists.
     *
     * @param wanted what is read; the rest may change meanwhile
     * @param scratch what is read lies there, until it is closed
     */
    public Uni<SpilledState> readSteadily(
            String workspace, Predicate<Entity> wanted, Scratch scratch, Vertx vertx) {
        return place(workspace, wanted).chain(place -> place.steadily(scratch, vertx));
    }

    /** How much there is; reads all of it, so that what can't be read is found. */
    public Uni<Inventory> inventory(String workspace, Predicate<Entity> wanted) {
        return place(workspace, wanted).chain(Place::inventory);
    }

    private Uni<Place> place(String workspace, Predicate<Entity> wanted) {
        return Uni.combine()
                .all()
                .unis(api.root(), api.endpoints())
                .with((root, endpoints) -> place(workspace, wanted, root, endpoints));
    }

    private Place place(
            String workspace, Predicate<Entity> wanted, RootInfo root, Set<String> endpoints) {
        boolean estate = workspace.equals(DeclarativeState.ESTATE);
        boolean prefixed = !estate && !hasNoWorkspaces(root);
        AdminApi where = prefixed ? api.in(workspace) : api;
        ReadTypes types = ReadTypes.of(estate ? Scope.ESTATE : Scope.WORKSPACE, root, endpoints);
        return new Place(
                api,
                workspace,
                prefixed,
                types.read(),
                types.remarks(),
                CustomEntities.among(estate ? Set.of() : endpoints, where),
                new Collections(where, clock, concurrency, root.onCassandra(), wanted));
    }

    /** An open source gateway has one workspace, without a prefix for it. */
    private static boolean hasNoWorkspaces(RootInfo root) {
        return root.edition() == Edition.OSS;
    }
}
