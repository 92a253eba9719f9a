package io.silverback.sync.api;

import io.silverback.kong.apply.WriteLimit;
import io.silverback.registry.Registry;
import io.silverback.sync.syncing.Ceilings;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** How many writes at once a gateway is sent at most; syncs that run obey within a second. */
@Path("/gateways/{name}/write-ceiling")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "write ceilings", description = "How many writes at once a gateway is sent at most.")
public class WriteCeilingsResource {

    /**
     * A ceiling.
     *
     * @param writesAtOnce 1 to 64; null where nobody set one
     */
    public record Ceiling(@Nullable Integer writesAtOnce) {}

    private final Registry registry;
    private final Ceilings ceilings;

    WriteCeilingsResource(Registry registry, Ceilings ceilings) {
        this.registry = registry;
        this.ceilings = ceilings;
    }

    /** The gateway's ceiling. */
    @GET
    @Operation(summary = "The gateway's ceiling")
    public Uni<Ceiling> get(@RestPath String name) {
        return ceilings.of(registered(name)).map(found -> new Ceiling(found.orElse(null)));
    }

    /** Sets the gateway's ceiling, for what runs as well. */
    @PUT
    @Operation(summary = "Sets the gateway's ceiling, for what runs as well")
    public Uni<Ceiling> set(@RestPath String name, Ceiling ceiling) {
        Integer most = ceiling == null ? null : ceiling.writesAtOnce();
        if (most == null || most < 1 || most > WriteLimit.MOST) {
            throw new NotUsable("writesAtOnce must be 1 to " + WriteLimit.MOST + ".");
        }
        return ceilings.set(registered(name), most).replaceWith(new Ceiling(most));
    }

    private String registered(String name) {
        if (registry.gateway(name).isEmpty()) {
            throw new NotKnown("gateway", name);
        }
        return name;
    }
}
