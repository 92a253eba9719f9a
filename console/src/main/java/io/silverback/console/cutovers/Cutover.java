package io.silverback.console.cutovers;

import io.silverback.console.facts.Facts;
import io.silverback.console.facts.Heard;
import io.silverback.console.facts.Progress;
import io.silverback.console.facts.Slot;
import io.silverback.contracts.CanaryAdvanced;
import io.silverback.contracts.CutoverCompleted;
import io.silverback.contracts.CutoverRequested;
import io.silverback.contracts.CutoverRequested.Step;
import io.silverback.contracts.CutoverRequested.Sticky;
import io.silverback.contracts.MigrationProgress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cutover as it is shown. */
public record Cutover(
        String id,
        String planId,
        String planName,
        String name,
        CutoverState state,
        boolean ended,
        BigDecimal weight,
        @Nullable String why,
        @Nullable String router,
        int step,
        List<Step> steps,
        List<String> routers,
        Sticky sticky,
        long minimumWaitSeconds,
        long minimumRequests,
        long soakSeconds,
        List<Member> migrations,
        Instant requestedAt,
        @Nullable Instant completedAt,
        @Nullable Progress progress,
        @Nullable Evidence evidence,
        List<Advance> advances,
        @Nullable WayBack rollback,
        @Nullable WayBack drill) {

    /** A migration that the cutover waits for and whose clients it moves. */
    public record Member(String id, String workspace) {}

    /** One step that was taken. */
    public record Advance(
            Instant at,
            BigDecimal from,
            BigDecimal to,
            int step,
            int steps,
            @Nullable Evidence evidence) {}

    public Cutover {
        steps = List.copyOf(steps);
        routers = List.copyOf(routers);
        migrations = List.copyOf(migrations);
        advances = List.copyOf(advances);
    }

    /** The cutover that was requested, with what was heard of it and of its migrations. */
    public static Cutover of(
            Heard<CutoverRequested> heard, Facts facts, Collection<Facts> members) {
        CutoverRequested requested = heard.event();
        Standing standing = Standing.of(facts, members);
        return new Cutover(
                requested.cutoverId(),
                requested.planId(),
                requested.planName(),
                requested.name(),
                standing.state(),
                standing.state().isEnd(),
                standing.weight(),
                standing.why(),
                standing.router(),
                standing.step(),
                requested.steps(),
                requested.routers(),
                requested.sticky(),
                requested.minimumWait().toSeconds(),
                requested.minimumRequests(),
                requested.soak().toSeconds(),
                requested.migrations().stream()
                        .map(member -> new Member(member.migrationId(), member.workspace()))
                        .toList(),
                heard.at(),
                facts.heard(Slot.COMPLETED, CutoverCompleted.class).map(Heard::at).orElse(null),
                facts.heard(Slot.PROGRESS, MigrationProgress.class).map(Progress::of).orElse(null),
                newestEvidence(facts).orElse(null),
                Advances.newest(facts).stream().map(Cutover::advance).toList(),
                WayBack.of(facts, members).orElse(null),
                WayBack.ofDrill(facts).orElse(null));
    }

    private static Advance advance(Heard<CanaryAdvanced> heard) {
        CanaryAdvanced event = heard.event();
        return new Advance(
                heard.at(),
                event.from(),
                event.to(),
                event.step(),
                event.steps(),
                Evidence.of(event.evidence()));
    }

    private static Optional<Evidence> newestEvidence(Facts facts) {
        return Stream.concat(
                        facts
                                .heard(Slot.PROGRESS, MigrationProgress.class)
                                .map(heard -> heard.event().evidence())
                                .stream(),
                        facts.all(Slot.ADVANCED, CanaryAdvanced.class).stream()
                                .map(heard -> heard.event().evidence()))
                .flatMap(evidence -> Optional.ofNullable(Evidence.of(evidence)).stream())
                .max(Comparator.comparing(Evidence::to));
    }
}
