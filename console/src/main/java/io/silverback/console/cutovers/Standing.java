package io.silverback.console.cutovers;

import io.silverback.console.facts.Facts;
import io.silverback.console.facts.Heard;
import io.silverback.console.facts.Slot;
import io.silverback.contracts.CanaryAdvanced;
import io.silverback.contracts.CanaryHeld;
import io.silverback.contracts.CutoverCompleted;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationProgress;
import io.silverback.contracts.Rollback;
import io.silverback.contracts.RolledBack;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a cutover stands.
 *
 * @param weight green's share on record, in per cent
 * @param why it holds or is stuck, and {@code router} where one is concerned
 */
public record Standing(
        CutoverState state,
        BigDecimal weight,
        int step,
        @Nullable String why,
        @Nullable String router) {

    private static final BigDecimal NONE = new BigDecimal("0.00");
    private static final BigDecimal FULL = new BigDecimal("100.00");

    /** Derives it from what was heard of the cutover and of its migrations. */
    public static Standing of(Facts cutover, Collection<Facts> members) {
        Newest newest = Newest.of(cutover, members);
        if (newest.completed().isPresent()) {
            return new Standing(CutoverState.COMPLETED, FULL, newest.step(), null, null);
        }
        if (newest.rolledBack().isPresent()) {
            String why = newest.rolledBack().get().event().reason();
            return new Standing(CutoverState.ROLLED_BACK, NONE, newest.step(), why, null);
        }
        return newest.rollback().isPresent() ? newest.goingBack() : newest.goingForward();
    }

    /** What counts of all that was heard: nothing of an earlier generation. */
    private record Newest(
            Facts facts,
            Optional<Heard<CutoverCompleted>> completed,
            Optional<Heard<RolledBack>> rolledBack,
            Optional<Heard<Rollback>> rollback,
            Optional<Heard<CanaryAdvanced>> advanced,
            Optional<Heard<CanaryHeld>> held,
            Optional<Heard<MigrationProgress>> progress) {

        static Newest of(Facts facts, Collection<Facts> members) {
            List<Heard<CanaryAdvanced>> advances = Advances.newest(facts);
            long generation =
                    advances.isEmpty() ? 0 : advances.get(advances.size() - 1).generation();
            Optional<Instant> restarted =
                    facts.at(Slot.ROLLED_BACK)
                            .filter(at -> facts.generation(Slot.ROLLED_BACK) < generation);
            return new Newest(
                    facts,
                    facts.heard(Slot.COMPLETED, CutoverCompleted.class),
                    facts.heard(Slot.ROLLED_BACK, RolledBack.class)
                            .filter(heard -> restarted.isEmpty()),
                    rollbacks(facts, members)
                            .filter(heard -> restarted.filter(heard.at()::isBefore).isEmpty())
                            .max(Comparator.comparing(Heard::at)),
                    advances.stream().reduce((a, b) -> b),
                    facts.heard(Slot.HELD, CanaryHeld.class)
                            .filter(heard -> heard.generation() >= generation),
                    facts.heard(Slot.PROGRESS, MigrationProgress.class));
        }

        private static Stream<Heard<Rollback>> rollbacks(Facts facts, Collection<Facts> members) {
            return Stream.concat(Stream.of(facts), members.stream())
                    .flatMap(f -> f.heard(Slot.ROLLBACK, Rollback.class).stream());
        }

        int step() {
            return advanced.map(heard -> heard.event().step()).orElse(0);
        }

        Standing goingBack() {
            Heard<Rollback> asked = rollback.orElseThrow();
            return held.filter(h -> h.at().isAfter(asked.at()))
                    .filter(h -> h.event().status() == CanaryHeld.Status.STUCK)
                    .map(h -> standing(CutoverState.STUCK, h))
                    .orElseGet(
                            () ->
                                    new Standing(
                                            CutoverState.ROLLING_BACK,
                                            weight(),
                                            step(),
                                            asked.event().reason(),
                                            null));
        }

        Standing goingForward() {
            Optional<Heard<CanaryHeld>> holds =
                    held.filter(h -> advanced.filter(a -> a.at().isAfter(h.at())).isEmpty())
                            .filter(h -> h.event().status() != CanaryHeld.Status.RESUMED);
            if (holds.isPresent()) {
                boolean stuck = holds.get().event().status() == CanaryHeld.Status.STUCK;
                return standing(stuck ? CutoverState.STUCK : CutoverState.HOLDING, holds.get());
            }
            return new Standing(moving(), weight(), step(), null, null);
        }

        private CutoverState moving() {
            Optional<Heard<MigrationProgress>> later =
                    progress.filter(p -> advanced.filter(a -> a.at().isAfter(p.at())).isEmpty());
            if (later.filter(p -> p.event().phase().startsWith("soaking")).isPresent()) {
                return CutoverState.SOAKING;
            }
            if (advanced.isPresent()) {
                boolean everybody = advanced.get().event().to().compareTo(FULL) == 0;
                return everybody && later.isEmpty() ? CutoverState.SOAKING : CutoverState.SHIFTING;
            }
            return beforeTheFirstStep();
        }

        private CutoverState beforeTheFirstStep() {
            String gate = Slot.gate(GoNoGo.Gate.CUTOVER, 0);
            Optional<Heard<GoNoGo>> decided = facts.heard(gate + Slot.DECIDED, GoNoGo.class);
            if (decided.filter(d -> d.event().status() == GoNoGo.Status.GO).isPresent()) {
                return CutoverState.SHIFTING;
            }
            return facts.at(gate + Slot.OPENED).isPresent() || decided.isPresent()
                    ? CutoverState.AWAITING_GO
                    : CutoverState.WAITING;
        }

        private Standing standing(CutoverState state, Heard<CanaryHeld> heard) {
            CanaryHeld event = heard.event();
            return new Standing(state, event.weight(), step(), event.why(), event.router());
        }

        private BigDecimal weight() {
            return advanced.map(heard -> heard.event().to()).orElse(NONE);
        }
    }
}
