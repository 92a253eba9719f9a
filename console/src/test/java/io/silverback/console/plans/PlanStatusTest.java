package io.silverback.console.plans;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.console.Story;
import io.silverback.console.cutovers.Cutover;
import io.silverback.console.cutovers.CutoverState;
import io.silverback.console.facts.Fact;
import io.silverback.console.facts.Facts;
import io.silverback.console.facts.Slot;
import io.silverback.console.gates.Gate;
import io.silverback.console.migrations.Migration;
import io.silverback.console.migrations.MigrationState;
import io.silverback.console.plan.PlanReader;
import io.silverback.console.plan.PlanReading;
import io.silverback.console.plan.PlanYaml;
import io.silverback.contracts.CanaryHeld;
import io.silverback.contracts.Event;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class PlanStatusTest {

    private static final String ESTATE = "m0";
    private static final String PAYMENTS = "m1";
    private static final String CATALOG = "m2";
    private static final String CUTOVER = "c";
    private static final Map<String, Long> FIRST = Map.of(PAYMENTS, 1L, CATALOG, 1L);
    private static final Map<String, Long> SECOND = Map.of(PAYMENTS, 2L, CATALOG, 2L);

    private final List<Fact> heard = new ArrayList<>();
    private int clock;

    @BeforeEach
    void requestAPlan() {
        List<String> ids = new ArrayList<>(List.of("plan", ESTATE, PAYMENTS, CATALOG, CUTOVER));
        PlanReading.Accepted reading =
                (PlanReading.Accepted) new PlanReader(PlanYaml.registry()).read(PlanYaml.MINIMAL);
        Requests requests = Requests.of(reading.plan(), () -> ids.remove(0));
        requests.migrations().forEach(this::hear);
        requests.cutovers().forEach(this::hear);
    }

    @Test
    void everythingIsRequestedAtFirst() {
        PlanStatus plan = status();

        assertThat(plan.state()).isEqualTo(PlanState.LIVE);
        assertThat(plan.migrations())
                .extracting(Migration::workspace)
                .containsExactly("_estate", "payments", "catalog");
        assertThat(states()).containsOnly(MigrationState.REQUESTED);
        assertThat(cutover().state()).isEqualTo(CutoverState.WAITING);
        assertThat(plan.totals()).isEqualTo(new PlanStatus.Totals(2, 0));
    }

    @Test
    void ordersAboutConfigurationGoToMigrations() {
        PlanStatus plan = status();
        Target workspace = Target.find(List.of(plan), plan.name() + "/payments").orElseThrow();

        assertThat(new Target.OfPlan(plan).migrations())
                .extracting(Target::id)
                .containsExactly(ESTATE, PAYMENTS, CATALOG);
        assertThat(new Target.OfCutover(plan, cutover()).migrations())
                .extracting(Target::id)
                .containsExactly(PAYMENTS, CATALOG);
        assertThat(workspace.migrations()).containsExactly(workspace);
    }

    @Test
    void walksTheWholeWay() {
        hear(Story.progress(PAYMENTS, "preparing"));
        assertThat(state(PAYMENTS)).isEqualTo(MigrationState.PREPARING);
        hear(Story.opened(ESTATE, GoNoGo.Gate.EXECUTION, 0, "e1"));
        assertThat(state(PAYMENTS)).isEqualTo(MigrationState.AWAITING_EXECUTION);
        hear(Story.gate(ESTATE, GoNoGo.Gate.EXECUTION, GoNoGo.Status.GO, 0, "e1"));
        assertThat(state(ESTATE)).isEqualTo(MigrationState.DUMPING);
        assertThat(state(PAYMENTS)).isEqualTo(MigrationState.AWAITING_EXECUTION);
        hear(Story.dumped(ESTATE, "_estate", 1));
        assertThat(state(ESTATE)).isEqualTo(MigrationState.SYNCING);
        hear(Story.synced(ESTATE, "_estate", 1));
        assertThat(state(ESTATE)).isEqualTo(MigrationState.VERIFYING);
        assertThat(state(PAYMENTS)).isEqualTo(MigrationState.DUMPING);
        hear(Story.passed(ESTATE, "_estate", 1));
        passAll(1);
        assertThat(states()).containsOnly(MigrationState.PASSED);
        hear(Story.opened(CUTOVER, GoNoGo.Gate.CUTOVER, 1, "e2"));
        assertThat(cutover().state()).isEqualTo(CutoverState.AWAITING_GO);
        hear(Story.gate(CUTOVER, GoNoGo.Gate.CUTOVER, GoNoGo.Status.GO, 1, "e2"));
        assertThat(cutover().state()).isEqualTo(CutoverState.SHIFTING);
        hear(Story.advanced(CUTOVER, FIRST, 1, "0.00", "1.00"));
        assertThat(cutover().weight()).isEqualByComparingTo("1");
        assertThat(state(PAYMENTS)).isEqualTo(MigrationState.CUTTING_OVER);
        hear(Story.held(CUTOVER, FIRST, CanaryHeld.Status.HELD));
        assertThat(cutover().state()).isEqualTo(CutoverState.HOLDING);
        assertThat(cutover().why()).isEqualTo("too few requests");
        hear(Story.held(CUTOVER, FIRST, CanaryHeld.Status.RESUMED));
        assertThat(cutover().state()).isEqualTo(CutoverState.SHIFTING);
        hear(Story.advanced(CUTOVER, FIRST, 5, "50.00", "100.00"));
        hear(Story.progress(CUTOVER, "soaking"));
        assertThat(cutover().state()).isEqualTo(CutoverState.SOAKING);
        assertThat(state(PAYMENTS)).isEqualTo(MigrationState.SOAKING);
        hear(Story.completed(CUTOVER, FIRST));
        assertThat(cutover().state()).isEqualTo(CutoverState.COMPLETED);
        assertThat(status().state()).isEqualTo(PlanState.LIVE);
        endAll(Outcome.COMPLETED);
        assertThat(states()).containsOnly(MigrationState.COMPLETED);
        assertThat(status().state()).isEqualTo(PlanState.COMPLETED);
        assertThat(status().totals()).isEqualTo(new PlanStatus.Totals(2, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfArrivalChangesNothing(long seed) {
        hear(Story.opened(ESTATE, GoNoGo.Gate.EXECUTION, 0, "e1"));
        hear(Story.gate(ESTATE, GoNoGo.Gate.EXECUTION, GoNoGo.Status.GO, 0, "e1"));
        passAll(1);
        hear(Story.advanced(CUTOVER, FIRST, 1, "0.00", "1.00"));
        hear(Story.rollback(CUTOVER));
        hear(Story.rolledBack(CUTOVER, FIRST, false));
        passAll(2);
        hear(Story.advanced(CUTOVER, SECOND, 1, "0.00", "1.00"));
        PlanStatus inOrder = status();

        heard.addAll(List.copyOf(heard));
        Collections.shuffle(heard, new Random(seed));

        assertThat(status()).isEqualTo(inOrder);
        assertThat(cutover().state()).isEqualTo(CutoverState.SHIFTING);
    }

    @Test
    void aNewGenerationMakesEarlierResultsStale() {
        passAll(1);
        hear(Story.dumped(PAYMENTS, "payments", 2));

        assertThat(state(PAYMENTS)).isEqualTo(MigrationState.SYNCING);
        assertThat(state(CATALOG)).isEqualTo(MigrationState.PASSED);
    }

    @Test
    void staleProgressChangesNothing() {
        hear(Story.progress(PAYMENTS, "verifying"));
        hear(Story.dumped(PAYMENTS, "payments", 1));

        assertThat(state(PAYMENTS)).isEqualTo(MigrationState.SYNCING);
    }

    @Test
    void tellsTheWayBackWithItsTimes() {
        passAll(1);
        hear(Story.advanced(CUTOVER, FIRST, 1, "0.00", "1.00"));
        hear(Story.rollback(CUTOVER));
        assertThat(cutover().state()).isEqualTo(CutoverState.ROLLING_BACK);
        hear(Story.held(CUTOVER, FIRST, CanaryHeld.Status.STUCK));
        assertThat(cutover().state()).isEqualTo(CutoverState.STUCK);
        assertThat(cutover().router()).isEqualTo("edge");
        hear(Story.rolledBack(CUTOVER, FIRST, false));

        Cutover cutover = cutover();
        assertThat(cutover.state()).isEqualTo(CutoverState.ROLLED_BACK);
        assertThat(cutover.weight()).isEqualByComparingTo("0");
        assertThat(cutover.rollback()).isNotNull();
        assertThat(cutover.rollback().causeToAskedMillis()).isEqualTo(12);
        assertThat(cutover.rollback().causeToReadBackMillis()).isEqualTo(38);
        assertThat(status().state()).isEqualTo(PlanState.ROLLED_BACK);
    }

    @Test
    void aFailedMigrationTakesItsCutoverBack() {
        hear(Story.rollbackOf(CATALOG));
        hear(Story.ended(CATALOG, "catalog", Outcome.FAILED));
        assertThat(cutover().state()).isEqualTo(CutoverState.ROLLING_BACK);
        hear(Story.rolledBack(CUTOVER, FIRST, false));

        assertThat(state(CATALOG)).isEqualTo(MigrationState.FAILED);
        assertThat(status().state()).isEqualTo(PlanState.FAILED);
    }

    @Test
    void aDrillEndsNothing() {
        passAll(1);
        hear(Story.rolledBack(CUTOVER, FIRST, true));

        assertThat(cutover().state()).isEqualTo(CutoverState.WAITING);
        assertThat(cutover().drill()).isNotNull();
        assertThat(cutover().rollback()).isNull();
    }

    @Test
    void aDecisionOnOtherEvidenceIsVoid() {
        hear(Story.gate(ESTATE, GoNoGo.Gate.EXECUTION, GoNoGo.Status.GO, 1, "old"));
        hear(Story.opened(ESTATE, GoNoGo.Gate.EXECUTION, 1, "new"));

        assertThat(status().gates())
                .singleElement()
                .extracting(Gate::status)
                .isEqualTo(GoNoGo.Status.OPEN);
    }

    @Test
    void aNoGoStopsThePlan() {
        hear(Story.opened(ESTATE, GoNoGo.Gate.EXECUTION, 1, "e"));
        hear(Story.gate(ESTATE, GoNoGo.Gate.EXECUTION, GoNoGo.Status.NO_GO, 1, "e"));

        assertThat(status().state()).isEqualTo(PlanState.STOPPED);
    }

    private void passAll(long generation) {
        for (Migration migration : status().migrations()) {
            hear(Story.dumped(migration.id(), migration.workspace(), generation));
            hear(Story.synced(migration.id(), migration.workspace(), generation));
            hear(Story.passed(migration.id(), migration.workspace(), generation));
        }
    }

    private void endAll(Outcome outcome) {
        status().migrations().forEach(m -> hear(Story.ended(m.id(), m.workspace(), outcome)));
    }

    private void hear(Event event) {
        clock++;
        for (Slot slot : Slot.of(event)) {
            heard.add(
                    new Fact(
                            slot.subjectId(),
                            slot.name(),
                            slot.generation(),
                            Story.START.plusSeconds(clock),
                            event));
        }
    }

    private PlanStatus status() {
        SubmittedPlan plan =
                new SubmittedPlan(
                        "plan",
                        "emea-wave-1",
                        "hash",
                        null,
                        Mode.MIGRATE,
                        "emea-cassandra",
                        "emea-postgres",
                        "ann",
                        Story.START,
                        List.of());
        return PlanStatus.of(plan, Facts.bySubject(heard), List.of());
    }

    private List<MigrationState> states() {
        return status().migrations().stream().map(Migration::state).toList();
    }

    private MigrationState state(String id) {
        return status().migrations().stream()
                .filter(migration -> migration.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private Cutover cutover() {
        return status().cutovers().get(0);
    }
}
