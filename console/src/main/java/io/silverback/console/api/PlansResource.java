package io.silverback.console.api;

import io.silverback.console.events.Submissions;
import io.silverback.console.events.Submissions.Outcome;
import io.silverback.console.plan.PlanReader;
import io.silverback.console.plan.PlanReading;
import io.silverback.console.plans.PlanStatus;
import io.silverback.console.plans.Requests;
import io.silverback.console.storage.Database;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Plans: submitted, checked, and followed. */
@Path("/api/plans")
public class PlansResource {

    /** The newest plans, the newest first. */
    public record Plans(List<PlanStatus> plans) {}

    private final PlanReader reader;
    private final Submissions submissions;
    private final Lookup lookup;
    private final Database database;

    PlansResource(PlanReader reader, Submissions submissions, Lookup lookup, Database database) {
        this.reader = reader;
        this.submissions = submissions;
        this.lookup = lookup;
        this.database = database;
    }

    /** Starts a plan, or only checks it. */
    @POST
    @Consumes({"application/yaml", "text/yaml", "application/x-yaml"})
    public Uni<Response> submit(
            String yaml,
            @QueryParam("dryRun") boolean dryRun,
            @HeaderParam(Guard.ACTOR) String actor) {
        PlanReading reading = reader.read(yaml);
        if (reading instanceof PlanReading.Accepted accepted) {
            return dryRun
                    ? Uni.createFrom().item(() -> Response.ok(dryRun(accepted)).build())
                    : start(accepted, actor);
        }
        return Uni.createFrom()
                .item(Problem.planRefused(((PlanReading.Refused) reading).errors()).response());
    }

    /** Every plan with all that became of it. */
    @GET
    public Uni<Plans> all() {
        return lookup.plans().map(Plans::new);
    }

    /** One plan, by its id or name. */
    @GET
    @Path("{plan}")
    public Uni<PlanStatus> one(String plan) {
        return lookup.plan(plan);
    }

    private Uni<Response> start(PlanReading.Accepted accepted, String actor) {
        return database.run(
                        session ->
                                submissions.submit(
                                        session, accepted.plan(), accepted.warnings(), actor))
                .map(outcome -> response(accepted, outcome));
    }

    private static Response response(PlanReading.Accepted accepted, Outcome outcome) {
        if (outcome instanceof Outcome.Started started) {
            return Response.accepted(
                            Submission.of(accepted.plan(), started.requests(), accepted.warnings()))
                    .location(URI.create("/api/plans/" + started.requests().planId()))
                    .build();
        }
        return Problem.planIsLive(((Outcome.InTheWay) outcome).reason()).response();
    }

    private static Submission dryRun(PlanReading.Accepted accepted) {
        Requests requests = Requests.of(accepted.plan(), () -> UUID.randomUUID().toString());
        return Submission.of(accepted.plan(), requests, accepted.warnings()).withoutIds();
    }
}
