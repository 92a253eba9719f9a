package io.silverback.dump.api;

import io.silverback.databases.backup.BackupCheck;
import io.silverback.dump.backup.BackupDesk;
import io.silverback.dump.backup.BackupStopped;
import io.silverback.dump.backup.BackupView;
import io.silverback.registry.Registry;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Backups of the databases under registered gateways. Each answer comes when all is done. */
@Path("/backups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "backups", description = "Backups of the databases under registered gateways.")
public class BackupsResource {

    private static final String ACTOR = "X-Silverback-Actor";

    /** Of which gateway. */
    public record Creation(@Nullable String gateway) {}

    /**
     * Into which gateway.
     *
     * @param replace whether rows that are there may be replaced; only PostgreSQL's can be
     */
    public record Restoration(@Nullable String gateway, boolean replace) {}

    private final Registry registry;
    private final BackupDesk desk;

    BackupsResource(Registry registry, BackupDesk desk) {
        this.registry = registry;
        this.desk = desk;
    }

    /** All that lie in the stores, newest first. */
    @GET
    @Operation(summary = "All that lie in the stores, newest first")
    public Uni<BackupView.All> list() {
        return desk.list();
    }

    /** Takes one and removes old ones. */
    @POST
    @Operation(summary = "Takes one and removes old ones")
    public Uni<BackupView.Taken> create(
            @RestHeader(ACTOR) @Nullable String actor, @Nullable Creation creation) {
        named(actor);
        return desk.create(registered(creation == null ? null : creation.gateway()));
    }

    /** Reads each store's copy of all of it. */
    @POST
    @Path("/{id}/verification")
    @Operation(summary = "Reads each store's copy of all of it")
    public Uni<BackupCheck> verify(@RestPath String id, @RestHeader(ACTOR) @Nullable String actor) {
        named(actor);
        return desk.verify(id);
    }

    /** Brings it back into an empty keyspace, or in place of PostgreSQL's rows. */
    @POST
    @Path("/{id}/restoration")
    @Operation(summary = "Brings it back into an empty keyspace, or in place of PostgreSQL's rows")
    public Uni<BackupView.Restored> restore(
            @RestPath String id,
            @RestHeader(ACTOR) @Nullable String actor,
            @Nullable Restoration restoration) {
        named(actor);
        String gateway = registered(restoration == null ? null : restoration.gateway());
        return desk.restore(id, gateway, restoration != null && restoration.replace());
    }

    /** A page of another site can't send the header unasked. */
    private static void named(@Nullable String actor) {
        if (actor == null || actor.isBlank()) {
            throw new BackupStopped("The header " + ACTOR + " must name an actor.");
        }
    }

    private String registered(@Nullable String gateway) {
        if (gateway == null || registry.gateway(gateway).isEmpty()) {
            throw new BackupStopped("There is no registered gateway " + gateway + ".");
        }
        return gateway;
    }
}
