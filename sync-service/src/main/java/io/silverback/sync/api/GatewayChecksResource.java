package io.silverback.sync.api;

import io.silverback.gateways.AdminApis;
import io.silverback.registry.Registry;
import io.silverback.sync.check.CheckReport;
import io.silverback.sync.check.GatewayCheck;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Whether a gateway is as we take gateways to be. */
@Path("/gateways/{name}/check")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "checks", description = "Whether a gateway is as we take gateways to be.")
public class GatewayChecksResource {

    private final Registry registry;
    private final AdminApis apis;

    GatewayChecksResource(Registry registry, AdminApis apis) {
        this.registry = registry;
        this.apis = apis;
    }

    /** What agrees, what differs and what was not to be seen; only reads the gateway. */
    @GET
    @Operation(summary = "What agrees, what differs and what was not to be seen; reads only")
    public Uni<CheckReport> get(
            @RestPath String name, @RestQuery @DefaultValue("default") String workspace) {
        if (registry.gateway(name).isEmpty()) {
            throw new NotKnown("gateway", name);
        }
        return new GatewayCheck(apis.of(name), workspace).report();
    }
}
