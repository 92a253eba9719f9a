package io.silverback.console.migrations;

import io.silverback.console.cutovers.CutoverState;
import io.silverback.console.facts.Facts;
import io.silverback.console.facts.Heard;
import io.silverback.console.facts.Slot;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationProgress;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Derives a migration's state: what was heard of its newest generation, never of an earlier. */
final class Phases {

    private Phases() {}

    static MigrationState of(Facts facts, boolean isEstate, Surroundings around) {
        Optional<Heard<MigrationEnded>> ended = facts.heard(Slot.ENDED, MigrationEnded.class);
        if (ended.isPresent()) {
            return MigrationState.of(ended.get().event().outcome());
        }
        MigrationState byFacts = byFacts(facts, isEstate, around);
        return byProgress(facts)
                .filter(state -> state.compareTo(byFacts) > 0 && !state.isEnd())
                .orElse(byFacts);
    }

    private static MigrationState byFacts(Facts facts, boolean isEstate, Surroundings around) {
        long dumped = facts.generation(Slot.DUMPED);
        long synced = facts.generation(Slot.SYNCED);
        long passed = facts.generation(Slot.PASSED);
        if (passed > 0 && passed >= Math.max(dumped, synced)) {
            return afterPassing(around);
        }
        if (synced > 0 && synced >= dumped) {
            return MigrationState.VERIFYING;
        }
        return dumped > 0 ? MigrationState.SYNCING : beforeTheDump(isEstate, around);
    }

    private static MigrationState afterPassing(Surroundings around) {
        Optional<CutoverState> cutover = around.cutover();
        if (cutover.filter(s -> s == CutoverState.SOAKING || s == CutoverState.COMPLETED)
                .isPresent()) {
            return MigrationState.SOAKING;
        }
        return cutover.filter(CutoverState::hasOpened).isPresent()
                ? MigrationState.CUTTING_OVER
                : MigrationState.PASSED;
    }

    private static MigrationState beforeTheDump(boolean isEstate, Surroundings around) {
        if (around.released(isEstate).isPresent()) {
            return MigrationState.DUMPING;
        }
        return around.executionOpened().isPresent() || around.executionGo().isPresent()
                ? MigrationState.AWAITING_EXECUTION
                : MigrationState.REQUESTED;
    }

    /** The phase that a service reports, as long as nothing newer was heard of the migration. */
    private static Optional<MigrationState> byProgress(Facts facts) {
        Optional<Instant> newest =
                Stream.of(Slot.DUMPED, Slot.SYNCED, Slot.PASSED)
                        .flatMap(slot -> facts.at(slot).stream())
                        .max(Comparator.naturalOrder());
        return facts.heard(Slot.PROGRESS, MigrationProgress.class)
                .filter(heard -> newest.filter(heard.at()::isBefore).isEmpty())
                .flatMap(heard -> MigrationState.of(heard.event().phase()));
    }
}
