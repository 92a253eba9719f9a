package io.silverback.traffic.api;

import io.silverback.traffic.canary.Canaries;
import io.silverback.traffic.canary.Cause;
import io.silverback.traffic.canary.Cutover;
import io.silverback.traffic.canary.LiveCutover;
import io.silverback.traffic.canary.LiveCutovers;
import io.silverback.traffic.canary.Retreats;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The shortest way back: from the operator to the routers, without broker and database. */
@Path("/rollbacks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RollbacksResource {

    private static final int AT_MOST = 200;

    private final LiveCutovers live;
    private final Canaries canaries;
    private final Retreats retreats;
    private final Clock clock;

    RollbacksResource(LiveCutovers live, Canaries canaries, Retreats retreats, Clock clock) {
        this.live = live;
        this.canaries = canaries;
        this.retreats = retreats;
        this.clock = clock;
    }

    /** Answers when every router was asked and read back, or has failed. */
    @POST
    public Uni<RollbackAnswer> rollBack(
            RollbackRequest request, @HeaderParam("X-Silverback-Actor") @Nullable String actor) {
        String cutover = request.cutover();
        if (cutover == null || cutover.isBlank()) {
            throw new ProblemException(
                    Problem.of("request-refused", "Refused", 400, "cutover is missing"));
        }
        Cause cause = cause(request, actor);
        return known(cutover)
                .chain(
                        found ->
                                retreats.giveBack(found, cause)
                                        .map(a -> RollbackAnswer.of(found, a)));
    }

    private Cause cause(RollbackRequest request, @Nullable String actor) {
        String by = request.by() == null ? actor : request.by();
        return Cause.of(
                request.reason() == null ? "by hand" : request.reason(),
                by == null ? "unknown" : by,
                clock.instant());
    }

    private Uni<LiveCutover> known(String idOrName) {
        return live.named(idOrName)
                .map(found -> Uni.createFrom().item(found))
                .orElseGet(() -> recorded(idOrName));
    }

    private Uni<LiveCutover> recorded(String idOrName) {
        return canaries.newest(AT_MOST)
                .map(
                        all ->
                                all.stream()
                                        .filter(c -> isCalled(c, idOrName))
                                        .findFirst()
                                        .orElseThrow(() -> ProblemException.unknown(idOrName)))
                .map(this::running);
    }

    private LiveCutover running(Cutover cutover) {
        if (cutover.hasEnded()) {
            String detail = "the cutover has ended: " + cutover.canary().state();
            throw new ProblemException(Problem.of("cutover-ended", "Ended", 409, detail));
        }
        return live.follow(cutover);
    }

    private static boolean isCalled(Cutover cutover, String idOrName) {
        return cutover.id().equals(idOrName) || cutover.request().name().equals(idOrName);
    }
}
