package io.silverback.traffic.api;

import io.silverback.contracts.CutoverRequested.Member;
import io.silverback.contracts.CutoverRequested.Step;
import io.silverback.contracts.Evidence;
import io.silverback.traffic.canary.Canary;
import io.silverback.traffic.canary.Cutover;
import io.silverback.traffic.canary.Holding;
import io.silverback.traffic.canary.Retreating;
import io.silverback.traffic.canary.RolledBack;
import io.silverback.traffic.canary.Stuck;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cutover as the API shows it. */
record CutoverView(
        String id,
        String name,
        String planId,
        String state,
        BigDecimal weight,
        int step,
        List<Step> steps,
        List<String> routers,
        List<Member> migrations,
        Map<String, Long> generations,
        @Nullable String why,
        @Nullable String router,
        @Nullable Evidence evidence) {

    static CutoverView of(Cutover cutover, @Nullable Evidence evidence) {
        Canary canary = cutover.canary();
        return new CutoverView(
                cutover.id(),
                cutover.request().name(),
                cutover.request().planId(),
                canary.state(),
                cutover.weight().percent(),
                cutover.standing().map(standing -> standing.step()).orElse(0),
                cutover.request().steps(),
                cutover.request().routers(),
                cutover.request().migrations(),
                cutover.generations(),
                why(canary),
                canary instanceof Stuck stuck ? stuck.router() : null,
                evidence);
    }

    private static @Nullable String why(Canary canary) {
        if (canary instanceof Holding holding) {
            return holding.hold().why();
        }
        if (canary instanceof Stuck stuck) {
            return stuck.why();
        }
        if (canary instanceof Retreating retreating) {
            return retreating.cause().reason();
        }
        return canary instanceof RolledBack back ? back.cause().reason() : null;
    }
}
