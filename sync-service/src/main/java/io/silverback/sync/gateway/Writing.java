package io.silverback.sync.gateway;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.apply.EntityResult;
import io.silverback.kong.apply.FreshSecrets;
import io.silverback.kong.apply.GatewayWriter;
import io.silverback.kong.apply.Holds;
import io.silverback.kong.apply.Writes;
import io.silverback.kong.diff.Diff;
import io.silverback.messaging.Progress;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Carries diffs out, as many writes at once as the gateway bears and people allow. */
@ApplicationScoped
class Writing {

    private final WriteLimits limits;

    Writing(WriteLimits limits) {
        this.limits = limits;
    }

    /**
     * What the gateway did not take.
     *
     * @param stops whether nothing more is sent after the first of these
     */
    Uni<Refusals> write(Place place, Diff diff, Holds holds, boolean stops, Progress progress) {
        AdminApi green = place.api();
        Writes writes = new Writes(new FreshSecrets());
        Uni<Refusals> written =
                new GatewayWriter(green, writes, limits.of(green), stops)
                        .apply(diff, holds)
                        .invoke(result -> progress.done(1))
                        .filter(result -> result.outcome() == EntityResult.Outcome.FAILED)
                        .collect()
                        .asList()
                        .map(
                                failed ->
                                        new Refusals(
                                                diff.workspace(), diff.changes().size(), failed));
        return limits.during(green, written);
    }
}
