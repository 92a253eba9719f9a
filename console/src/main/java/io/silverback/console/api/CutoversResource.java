package io.silverback.console.api;

import io.silverback.console.cutovers.Cutover;
import io.silverback.console.plans.PlanStatus;
import io.silverback.console.plans.Target;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cutovers, of all plans or of one. */
@Path("/api/cutovers")
public class CutoversResource {

    /** Those that were asked for. */
    public record Cutovers(List<Cutover> cutovers) {}

    private final Lookup lookup;

    CutoversResource(Lookup lookup) {
        this.lookup = lookup;
    }

    /** All, or those of a plan. */
    @GET
    public Uni<Cutovers> all(@QueryParam("plan") @Nullable String plan) {
        return plan == null
                ? lookup.plans().map(CutoversResource::cutovers)
                : lookup.plan(plan).map(one -> cutovers(List.of(one)));
    }

    /** One, by its id or name. */
    @GET
    @Path("{id}")
    public Uni<Cutover> one(String id) {
        return lookup.target(id)
                .map(
                        target -> {
                            if (target instanceof Target.OfCutover found) {
                                return found.cutover();
                            }
                            throw Problem.notFound("there is no cutover " + id).refusal();
                        });
    }

    private static Cutovers cutovers(List<PlanStatus> plans) {
        return new Cutovers(plans.stream().flatMap(p -> p.cutovers().stream()).toList());
    }
}
