package io.silverback.console.plans;

import io.silverback.console.cutovers.Cutover;
import io.silverback.console.cutovers.CutoverState;
import io.silverback.console.facts.Facts;
import io.silverback.console.facts.Heard;
import io.silverback.console.facts.Slot;
import io.silverback.console.gates.Gate;
import io.silverback.console.gates.Vote;
import io.silverback.console.migrations.Migration;
import io.silverback.console.migrations.Migrations;
import io.silverback.console.migrations.Surroundings;
import io.silverback.contracts.CutoverRequested;
import io.silverback.contracts.Event;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationRequested;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts the facts of one plan together: its cutovers, migrations and gates, in plan order. */
final class Composition {

    private final Map<String, Facts> facts;

    Composition(Map<String, Facts> facts) {
        this.facts = facts;
    }

    List<Cutover> cutovers() {
        return requested(CutoverRequested.class, c -> c.planCutoverIds().indexOf(c.cutoverId()))
                .map(heard -> Cutover.of(heard, factsOf(heard.event().cutoverId()), members(heard)))
                .toList();
    }

    List<Migration> migrations(List<Cutover> cutovers) {
        return requested(
                        MigrationRequested.class,
                        m -> m.planMigrationIds().indexOf(m.migrationId()))
                .map(
                        heard ->
                                Migrations.of(
                                        heard,
                                        factsOf(heard.event().migrationId()),
                                        around(heard.event(), cutovers)))
                .toList();
    }

    List<Gate> gates(List<Migration> migrations, List<Cutover> cutovers, List<Vote> votes) {
        List<Gate> gates = new ArrayList<>();
        migrations.forEach(m -> gates.addAll(Gate.of(m.workspace(), factsOf(m.id()), votes)));
        cutovers.forEach(c -> gates.addAll(Gate.of(c.name(), factsOf(c.id()), votes)));
        return gates;
    }

    private List<Facts> members(Heard<CutoverRequested> heard) {
        CutoverRequested cutover = heard.event();
        return Stream.concat(
                        Stream.of(cutover.estateMigrationId()),
                        cutover.migrations().stream().map(CutoverRequested.Member::migrationId))
                .map(this::factsOf)
                .toList();
    }

    private Surroundings around(MigrationRequested migration, List<Cutover> cutovers) {
        Facts estate = factsOf(migration.estateMigrationId());
        String gate = Slot.gate(GoNoGo.Gate.EXECUTION, 0);
        Optional<Instant> go =
                estate.heard(gate + Slot.DECIDED, GoNoGo.class)
                        .filter(heard -> heard.event().status() == GoNoGo.Status.GO)
                        .map(Heard::at);
        Optional<CutoverState> cutover =
                cutovers.stream()
                        .filter(c -> c.id().equals(migration.cutoverId()))
                        .map(Cutover::state)
                        .findFirst();
        return new Surroundings(estate.at(gate + Slot.OPENED), go, estate.at(Slot.SYNCED), cutover);
    }

    private Facts factsOf(String id) {
        return facts.getOrDefault(id, Facts.NONE);
    }

    private <E extends Event> Stream<Heard<E>> requested(
            Class<E> type, Function<E, Integer> place) {
        return facts.values().stream()
                .flatMap(f -> f.heard(Slot.REQUESTED, type).stream())
                .sorted(Comparator.comparing(heard -> place.apply(heard.event())));
    }
}
