package io.silverback.console.api;

import io.silverback.console.migrations.Migration;
import io.silverback.console.plans.PlanStatus;
import io.silverback.console.plans.Target;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Migrations, of all plans or of one. */
@Path("/api/migrations")
public class MigrationsResource {

    /** Those that were asked for. */
    public record Migrations(List<Migration> migrations) {}

    private final Lookup lookup;

    MigrationsResource(Lookup lookup) {
        this.lookup = lookup;
    }

    /** All, or those of a plan. */
    @GET
    public Uni<Migrations> all(@QueryParam("plan") @Nullable String plan) {
        return plan == null
                ? lookup.plans().map(MigrationsResource::migrations)
                : lookup.plan(plan).map(one -> migrations(List.of(one)));
    }

    /** One, by its id. */
    @GET
    @Path("{id}")
    public Uni<Migration> one(String id) {
        return lookup.target(id)
                .map(
                        target -> {
                            if (target instanceof Target.OfMigration found) {
                                return found.migration();
                            }
                            throw Problem.notFound("there is no migration " + id).refusal();
                        });
    }

    private static Migrations migrations(List<PlanStatus> plans) {
        return new Migrations(plans.stream().flatMap(p -> p.migrations().stream()).toList());
    }
}
