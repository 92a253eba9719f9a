package io.silverback.console.migrations;

import io.silverback.console.facts.Artefact;
import io.silverback.console.facts.Facts;
import io.silverback.console.facts.Heard;
import io.silverback.console.facts.Progress;
import io.silverback.console.facts.Slot;
import io.silverback.console.migrations.Migration.End;
import io.silverback.console.migrations.Migration.RollbackAsked;
import io.silverback.console.migrations.Migration.Verification;
import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.ConfigSynced;
import io.silverback.contracts.ConfigSynced.Changes;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationProgress;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Rollback;
import io.silverback.contracts.TestsPassed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what is shown of a migration from what was heard of it. */
public final class Migrations {

    private Migrations() {}

    /** The migration that was requested, with what was heard of it and around it. */
    public static Migration of(Heard<MigrationRequested> heard, Facts facts, Surroundings around) {
        MigrationRequested requested = heard.event();
        MigrationState state = Phases.of(facts, requested.isEstate(), around);
        Optional<ConfigDumped> dumped = event(facts, Slot.DUMPED, ConfigDumped.class);
        Optional<ConfigSynced> synced = event(facts, Slot.SYNCED, ConfigSynced.class);
        Optional<Heard<MigrationEnded>> ended = facts.heard(Slot.ENDED, MigrationEnded.class);
        return new Migration(
                requested.migrationId(),
                requested.planId(),
                requested.planName(),
                requested.workspace(),
                requested.cutoverId(),
                state,
                state.isEnd(),
                generation(facts),
                dumped.map(ConfigDumped::transport).orElse(null),
                dumped.map(ConfigDumped::gatewayVersion).orElse(null),
                heard.at(),
                ended.map(Heard::at).orElse(null),
                millis(
                        Optional.of(heard.at()),
                        facts.at(Slot.PASSED).or(() -> ended.map(Heard::at))),
                facts.heard(Slot.PROGRESS, MigrationProgress.class).map(Progress::of).orElse(null),
                dumped.map(d -> sum(d.counts().values())).orElse(null),
                dumped.map(ConfigDumped::counts).orElse(Map.of()),
                synced.map(s -> total(s.changes().values())).orElse(null),
                synced.map(ConfigSynced::changes).orElse(Map.of()),
                synced.map(ConfigSynced::attention).orElse(List.of()),
                synced.map(ConfigSynced::nodes).orElse(List.of()),
                millis(around.released(requested.isEstate()), facts.at(Slot.DUMPED)),
                millis(facts.at(Slot.DUMPED), facts.at(Slot.SYNCED)),
                millis(facts.at(Slot.SYNCED), facts.at(Slot.PASSED)),
                event(facts, Slot.PASSED, TestsPassed.class)
                        .map(Migrations::verification)
                        .orElse(null),
                dumped.map(d -> d.artefacts().stream().map(Artefact::of).toList())
                        .orElse(List.of()),
                ended.map(Migrations::end).orElse(null),
                facts.heard(Slot.ROLLBACK, Rollback.class).map(Migrations::rollback).orElse(null));
    }

    private static <E extends io.silverback.contracts.Event> Optional<E> event(
            Facts facts, String slot, Class<E> type) {
        return facts.heard(slot, type).map(Heard::event);
    }

    private static long generation(Facts facts) {
        return Stream.of(Slot.DUMPED, Slot.SYNCED, Slot.PASSED, Slot.ENDED)
                .mapToLong(facts::generation)
                .max()
                .orElse(0);
    }

    private static @Nullable Long millis(Optional<Instant> from, Optional<Instant> to) {
        return from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())
                ? null
                : Duration.between(from.get(), to.get()).toMillis();
    }

    private static int sum(Collection<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private static Changes total(Collection<Changes> changes) {
        return changes.stream()
                .reduce(
                        new Changes(0, 0, 0, 0),
                        (a, b) ->
                                new Changes(
                                        a.created() + b.created(),
                                        a.updated() + b.updated(),
                                        a.deleted() + b.deleted(),
                                        a.unchanged() + b.unchanged()));
    }

    private static Verification verification(TestsPassed passed) {
        return new Verification(
                passed.parity(),
                passed.routes(),
                passed.probes(),
                passed.logins(),
                Artefact.of(passed.report()));
    }

    private static End end(Heard<MigrationEnded> heard) {
        MigrationEnded ended = heard.event();
        return new End(ended.outcome(), ended.field(), ended.reason(), heard.at());
    }

    private static RollbackAsked rollback(Heard<Rollback> heard) {
        Rollback asked = heard.event();
        return new RollbackAsked(asked.reason(), asked.phase(), asked.requestedBy(), heard.at());
    }
}
