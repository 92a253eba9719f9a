package io.silverback.console.api;

import io.silverback.console.plans.PlanStatus;
import io.silverback.console.plans.Target;
import io.silverback.console.storage.Database;
import io.silverback.console.storage.PlanStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds what a request names. */
@ApplicationScoped
class Lookup {
    private final Database database;
    private final PlanStore plans;

    Lookup(Database database, PlanStore plans) {
        this.database = database;
        this.plans = plans;
    }

    Uni<List<PlanStatus>> plans() {
        return database.run(plans::newest);
    }

    Uni<PlanStatus> plan(String words) {
        return target(words)
                .map(
                        target -> {
                            if (target instanceof Target.OfPlan plan) {
                                return plan.plan();
                            }
                            throw Problem.notFound("there is no plan " + words).refusal();
                        });
    }

    Uni<Target> target(String words) {
        return database.run(session -> target(session, words));
    }

    Uni<Target> target(Mutiny.Session session, String words) {
        return plans.newest(session)
                .map(
                        known ->
                                Target.find(known, words)
                                        .orElseThrow(
                                                () ->
                                                        Problem.notFound(
                                                                        "there is no plan, cutover"
                                                                                + " or migration "
                                                                                + words)
                                                                .refusal()));
    }
}
