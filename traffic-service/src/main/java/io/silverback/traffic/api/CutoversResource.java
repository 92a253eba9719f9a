package io.silverback.traffic.api;

import io.silverback.contracts.Evidence;
import io.silverback.traffic.canary.Canaries;
import io.silverback.traffic.canary.Cutover;
import io.silverback.traffic.canary.LiveCutovers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cutovers, the newest first, with what this instance sees of their traffic. */
@Path("/cutovers")
@Produces(MediaType.APPLICATION_JSON)
public class CutoversResource {

    private static final int AT_MOST = 200;

    private final Canaries canaries;
    private final LiveCutovers live;
    private final Clock clock;

    CutoversResource(Canaries canaries, LiveCutovers live, Clock clock) {
        this.canaries = canaries;
        this.live = live;
        this.clock = clock;
    }

    /** All cutovers, at most 200. */
    @GET
    public Uni<List<CutoverView>> all() {
        return canaries.newest(AT_MOST).map(all -> all.stream().map(this::view).toList());
    }

    /** One cutover, by id or else the newest of that name. */
    @GET
    @Path("/{idOrName}")
    public Uni<CutoverView> one(String idOrName) {
        return canaries.find(idOrName)
                .chain(
                        found ->
                                found.map(cutover -> Uni.createFrom().item(cutover))
                                        .orElseGet(() -> byName(idOrName)))
                .map(this::view);
    }

    private Uni<Cutover> byName(String name) {
        return canaries.newest(AT_MOST)
                .map(
                        all ->
                                all.stream()
                                        .filter(c -> c.request().name().equals(name))
                                        .findFirst()
                                        .orElseThrow(() -> ProblemException.unknown(name)));
    }

    private CutoverView view(Cutover cutover) {
        return CutoverView.of(cutover, evidence(cutover));
    }

    private @Nullable Evidence evidence(Cutover cutover) {
        return live.named(cutover.id())
                .map(known -> known.judgement(clock.instant()).verdict().evidence())
                .orElse(null);
    }
}
