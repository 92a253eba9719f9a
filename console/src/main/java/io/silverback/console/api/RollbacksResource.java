package io.silverback.console.api;

import io.silverback.console.events.Orders;
import io.silverback.console.plans.Target;
import io.silverback.console.storage.Database;
import io.silverback.console.storage.PlanStore;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The way back, always open. */
@Path("/api/rollbacks")
public class RollbacksResource {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F-]{36}");

    /** What is to go back, and why. */
    public record Request(
            @Nullable String target, @Nullable String reason, @Nullable String by, boolean drill) {}

    /** What was asked to go back. */
    public record Rollbacks(List<Rollback> rollbacks) {}

    /** One cutover or migration. */
    public record Rollback(String subjectId, String subject) {}

    private final Database database;
    private final PlanStore plans;
    private final Orders orders;

    RollbacksResource(Database database, PlanStore plans, Orders orders) {
        this.database = database;
        this.plans = plans;
        this.orders = orders;
    }

    /** Asks for a rollback; of a plan, of each of its cutovers that has not ended. */
    @POST
    public Uni<Response> ask(Request request, @HeaderParam(Guard.ACTOR) String actor) {
        String by = Actors.agreed(actor, request.by());
        String words = Actors.required(request.target(), "target");
        String reason = Actors.required(request.reason(), "reason");
        return database.run(
                        session ->
                                plans.newest(session)
                                        .map(known -> Target.find(known, words))
                                        .chain(
                                                target ->
                                                        ask(
                                                                session,
                                                                target,
                                                                words,
                                                                reason,
                                                                by,
                                                                request.drill())))
                .map(asked -> Response.accepted(new Rollbacks(asked)).build());
    }

    private Uni<List<Rollback>> ask(
            Mutiny.Session session,
            Optional<Target> target,
            String words,
            String reason,
            String by,
            boolean drill) {
        if (target.isPresent()) {
            return orders.rollBack(session, target.get().parts(), reason, by, drill)
                    .map(RollbacksResource::rollbacks);
        }
        if (UUID.matcher(words).matches()) {
            return orders.rollBackUnknown(session, words, reason, by, drill)
                    .replaceWith(List.of(new Rollback(words, words)));
        }
        throw Problem.notFound("there is no plan, cutover or migration " + words).refusal();
    }

    private static List<Rollback> rollbacks(List<Target> targets) {
        return targets.stream()
                .map(target -> new Rollback(target.id(), target.nameInPlan()))
                .toList();
    }
}
