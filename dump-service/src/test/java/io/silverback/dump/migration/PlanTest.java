package io.silverback.dump.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.contracts.Event;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Transport;
import io.silverback.dump.Requests;
import io.silverback.dump.execution.Gate;
import io.silverback.messaging.Order;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Prepared PREPARED =
            new Prepared(Transport.ADMIN_API, "3.3.1", "oss", Requests.counts(), List.of());

    private final List<MigrationRequested> requests = Requests.plan(true, "payments", "catalog");
    private final String estate = requests.get(0).migrationId();
    private final String payments = requests.get(1).migrationId();
    private final String catalog = requests.get(2).migrationId();

    @Test
    void opensTheGateOnceEveryMigrationIsPrepared() {
        Plan almost =
                admitted().prepared(estate, PREPARED).plan().prepared(payments, PREPARED).plan();
        assertThat(almost.gate()).isInstanceOf(Gate.Unopened.class);

        Change change = almost.prepared(catalog, PREPARED);

        GoNoGo open = (GoNoGo) events(change).get(0);
        assertThat(open.status()).isEqualTo(GoNoGo.Status.OPEN);
        assertThat(open.subjectId()).isEqualTo(estate);
        assertThat(open.evidence())
                .containsEntry("workspace payments", "5 entities {routes=3, services=2}")
                .containsEntry("version", "3.3.1 oss");
        assertThat(change.plan().gate()).isInstanceOf(Gate.Opened.class);
    }

    @Test
    void waitsForMigrationsThatWereNotRequestedYet() {
        Plan partly = Plan.of(requests.get(0)).admit(requests.get(0)).plan();
        assertThat(partly.prepared(estate, PREPARED).plan().gate())
                .isInstanceOf(Gate.Unopened.class);
    }

    @Test
    void aRefusedWorkspaceDoesNotKeepTheGateShut() {
        Plan plan =
                admitted().prepared(estate, PREPARED).plan().prepared(payments, PREPARED).plan();
        Change change = plan.failed(catalog, Failure.ofPlan("workspaces[1]", "is not there"));

        assertThat(events(change))
                .extracting(event -> (Object) event.getClass())
                .containsExactly(MigrationEnded.class, GoNoGo.class);
        assertThat(((GoNoGo) events(change).get(1)).evidence())
                .containsEntry("workspace catalog", "failed: is not there");
    }

    @Test
    void goReleasesTheEstateAndTheSyncedEstateReleasesTheRest() {
        Plan released = decided(opened(), GoNoGo.Status.GO, hash(opened())).plan();
        assertThat(words(released))
                .containsExactly("dumping", "awaiting-estate", "awaiting-estate");

        Change change = released.synced(estate);
        assertThat(words(change.plan())).containsExactly("dumping", "dumping", "dumping");
        assertThat(change.orders())
                .containsExactly(
                        new Order.Enqueue("dump", payments, 1),
                        new Order.Enqueue("dump", catalog, 1));
        assertThat(released.synced(payments).plan()).isEqualTo(released);
    }

    @Test
    void aDecisionOnOtherEvidenceIsVoid() {
        Change change = decided(opened(), GoNoGo.Status.GO, "other");
        assertThat(change.plan()).isEqualTo(opened());
        assertThat(change.orders()).isEmpty();
    }

    @Test
    void aLaterNoGoSupersedesGoAndStopsTheDump() {
        Plan released = decided(opened(), GoNoGo.Status.GO, hash(opened())).plan();
        Change change = decided(released, GoNoGo.Status.NO_GO, hash(opened()));
        assertThat(words(change.plan())).containsOnly("awaiting-execution");
        assertThat(change.orders()).containsExactly(new Order.Cancel(estate));
    }

    @Test
    void aFailedEstateStopsAllAndLeavesTheirEndToTheCutover() {
        Change change = opened().failed(estate, Failure.onTheWay("broken"));
        assertThat(words(change.plan())).containsExactly("failed", "rolled-back", "rolled-back");
        assertThat(ended(change)).containsExactly(estate);
        assertThat(change.orders()).contains(new Order.Cancel(payments), new Order.Cancel(catalog));
    }

    @Test
    void aFailedEstateEndsTheOthersOfARehearsal() {
        List<MigrationRequested> rehearsal = Requests.plan(false, "payments");
        Plan plan = admitted(rehearsal);
        Change change = plan.failed(rehearsal.get(0).migrationId(), Failure.onTheWay("broken"));
        assertThat(ended(change)).containsExactlyElementsOf(rehearsal.get(0).planMigrationIds());
    }

    @Test
    void thePlanEndsWhenNoWorkspaceCanBeMoved() {
        Plan plan = admitted().prepared(estate, PREPARED).plan();
        plan = plan.failed(payments, Failure.ofPlan("workspaces[0]", "is not there")).plan();
        Change change = plan.failed(catalog, Failure.ofPlan("workspaces[1]", "is not there"));
        assertThat(words(change.plan())).containsOnly("failed");
        assertThat(ended(change)).containsExactly(catalog, estate);
    }

    @Test
    void aRolledBackMemberBlocksThoseOfItsCutoverThatComeLater() {
        Plan plan = Plan.of(requests.get(0)).admit(requests.get(0)).plan();
        plan = plan.admit(requests.get(1)).plan();
        plan = plan.ended(one -> one.id().equals(payments), Outcome.ROLLED_BACK, "why").plan();
        Change change = plan.admit(requests.get(2));
        assertThat(words(change.plan())).containsExactly("preparing", "rolled-back", "rolled-back");
        assertThat(change.orders()).isEmpty();
    }

    @Test
    void theSameRequestTwiceHasOneEffect() {
        assertThat(admitted().admit(requests.get(1))).isEqualTo(new Change(admitted(), List.of()));
    }

    private Plan admitted() {
        return admitted(requests);
    }

    private static Plan admitted(List<MigrationRequested> requests) {
        Plan plan = Plan.of(requests.get(0));
        for (MigrationRequested request : requests) {
            plan = plan.admit(request).plan();
        }
        return plan;
    }

    private Plan opened() {
        Plan plan = admitted();
        for (MigrationRequested request : requests) {
            plan = plan.prepared(request.migrationId(), PREPARED).plan();
        }
        return plan;
    }

    private static String hash(Plan plan) {
        return ((Gate.Opened) plan.gate()).evidence().hash();
    }

    private Change decided(Plan plan, GoNoGo.Status status, String hash) {
        return plan.decided(
                new GoNoGo(
                        estate,
                        plan.id(),
                        "hash",
                        GoNoGo.Gate.EXECUTION,
                        null,
                        status,
                        0,
                        Map.of(),
                        hash,
                        "criteria",
                        null));
    }

    private static List<Event> events(Change change) {
        return change.orders().stream()
                .filter(Order.Publish.class::isInstance)
                .map(order -> ((Order.Publish) order).event())
                .toList();
    }

    private static List<String> ended(Change change) {
        return events(change).stream()
                .filter(MigrationEnded.class::isInstance)
                .map(event -> ((MigrationEnded) event).migrationId())
                .toList();
    }

    private static List<String> words(Plan plan) {
        return plan.cases().values().stream().map(one -> one.state().word()).toList();
    }
}
