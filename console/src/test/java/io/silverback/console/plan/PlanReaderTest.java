package io.silverback.console.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.silverback.contracts.CutoverRequested.ConnectionPolicy;
import io.silverback.contracts.CutoverRequested.Step;
import io.silverback.contracts.CutoverRequested.Sticky;
import io.silverback.contracts.CutoverRequested.Window;
import io.silverback.contracts.GatePolicy;
import io.silverback.contracts.Mode;
import io.silverback.contracts.RowsPolicy;
import io.silverback.contracts.SyncPolicy;
import io.silverback.contracts.TransportChoice;
import io.silverback.contracts.VerifyPolicy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanReaderTest {

    private final PlanReader reader = new PlanReader(PlanYaml.registry());

    static Stream<Arguments> badPlans() {
        return Stream.of(
                arguments("a: [", "", "is no valid YAML at line 1, column"),
                arguments("", "", "must be an object with named fields"),
                arguments("- a\n- b\n", "", "must be an object with named fields"),
                arguments("just words", "", "must be an object with named fields"),
                arguments(PlanYaml.and("name: again"), "", "duplicate field 'name'"),
                arguments(PlanYaml.MINIMAL + "---\nkind: Other\n", "", "is no valid YAML"),
                arguments(line("kind: MigrationPlan\n", ""), "kind", "is missing"),
                arguments(
                        line("kind: MigrationPlan", "kind: Plan"), "kind", "must be MigrationPlan"),
                arguments(
                        line("silverback.io/v1", "silverback.io/v2"),
                        "apiVersion",
                        "must be silverback.io/v1"),
                arguments(line("name: emea-wave-1\n", ""), "name", "is missing"),
                arguments(
                        line("name: emea-wave-1", "name: 2026"),
                        "name",
                        "must be text, not a number"),
                arguments(
                        line("name: emea-wave-1", "name: 'a b'"),
                        "name",
                        "must be 1 to 64 letters"),
                arguments(line("name: emea-wave-1", "name: null"), "name", "is missing"),
                arguments(PlanYaml.and("change: ''"), "change", "must not be empty"),
                arguments(
                        PlanYaml.and("mode: dry"),
                        "mode",
                        "must be one of migrate, rehearsal, not \"dry\""),
                arguments(PlanYaml.and("surprise: 1"), "surprise", "is an unknown field"),
                arguments(
                        line("blue: emea-cassandra", "blue: nowhere"),
                        "blue",
                        "names no registered gateway: \"nowhere\""),
                arguments(
                        line("green: emea-postgres", "green: emea-cassandra"),
                        "green",
                        "must be another gateway than blue"),
                arguments(
                        line("\nworkspaces: [payments, catalog]", "\nworkspaces: \"*\""),
                        "workspaces",
                        "can't be resolved yet"),
                arguments(
                        line("\nworkspaces: [payments, catalog]", ""), "workspaces", "is missing"),
                arguments(
                        line("\nworkspaces: [payments, catalog]", "\nworkspaces: []"),
                        "workspaces",
                        "must not be empty"),
                arguments(
                        line("\nworkspaces: [payments, catalog]", "\nworkspaces: payments"),
                        "workspaces",
                        "must be a list, not \"payments\""),
                arguments(
                        line("\nworkspaces: [payments, catalog]", "\nworkspaces: [payments, 7]"),
                        "workspaces[1]",
                        "must be text, not a number"),
                arguments(
                        line(
                                "\nworkspaces: [payments, catalog]",
                                "\nworkspaces: [payments, catalog, payments]"),
                        "workspaces[2]",
                        "is named twice"),
                arguments(
                        line(
                                "\nworkspaces: [payments, catalog]",
                                "\nworkspaces: [payments, catalog, _estate]"),
                        "workspaces[2]",
                        "is part of every plan"),
                arguments(
                        line(
                                "\nworkspaces: [payments, catalog]",
                                "\nworkspaces: [payments, catalog, a/b]"),
                        "workspaces[2]",
                        "is no workspace's name"),
                arguments(
                        line(
                                "\nworkspaces: [payments, catalog]",
                                "\nworkspaces: [payments, catalog, partners]"),
                        "workspaces[2]",
                        "is in no cutover"),
                arguments(
                        line(
                                "    workspaces: [payments, catalog]",
                                "    workspaces: [payments, catalog, partners]"),
                        "cutovers[0].workspaces[2]",
                        "is not among the plan's workspaces: \"partners\""),
                arguments(
                        twoCutovers("second", "catalog"),
                        "workspaces[1]",
                        "is in several cutovers: cutovers[0], cutovers[1]"),
                arguments(
                        twoCutovers("public-api", "catalog"),
                        "cutovers[1].name",
                        "is the name of two"),
                arguments(
                        PlanYaml.MINIMAL.substring(0, PlanYaml.MINIMAL.indexOf("cutovers")),
                        "cutovers",
                        "is missing"),
                arguments(
                        PlanYaml.MINIMAL.substring(0, PlanYaml.MINIMAL.indexOf("cutovers"))
                                + "cutovers: {}\n",
                        "cutovers",
                        "must be a list, not an object"),
                arguments(
                        line("routers: [edge]", "routers: [haproxy]"),
                        "cutovers[0].routers[0]",
                        "names no registered router: \"haproxy\""),
                arguments(
                        line("routers: [edge]", "routers: [other]"),
                        "cutovers[0].routers[0]",
                        "splits between emea-cassandra and elsewhere"),
                arguments(line("    routers: [edge]\n", ""), "cutovers[0].routers", "is missing"),
                arguments(
                        PlanYaml.cutover("sticky: ip"),
                        "cutovers[0].sticky",
                        "must be one of none, client, cookie, not \"ip\""),
                arguments(
                        PlanYaml.cutover("steps: [1, 10, 5, 100]"),
                        "cutovers[0].steps[2]",
                        "must be above the step before it (10), not 5"),
                arguments(
                        PlanYaml.cutover("steps: [1, 1, 100]"),
                        "cutovers[0].steps[1]",
                        "must be above the step before it (1), not 1"),
                arguments(
                        PlanYaml.cutover("steps: [0, 100]"),
                        "cutovers[0].steps[0]",
                        "must be above 0 and at most 100, not 0"),
                arguments(
                        PlanYaml.cutover("steps: [1, 101]"),
                        "cutovers[0].steps[1]",
                        "must be above 0 and at most 100, not 101"),
                arguments(
                        PlanYaml.cutover("steps: [-1, 100]"),
                        "cutovers[0].steps[0]",
                        "must be above 0 and at most 100, not -1"),
                arguments(
                        PlanYaml.cutover("steps: [0.123, 100]"),
                        "cutovers[0].steps[0]",
                        "must have at most two decimals"),
                arguments(
                        PlanYaml.cutover("steps: [1, 50]"), "cutovers[0].steps[1]", "must be 100"),
                arguments(PlanYaml.cutover("steps: []"), "cutovers[0].steps", "must not be empty"),
                arguments(
                        PlanYaml.cutover("steps: [one, 100]"),
                        "cutovers[0].steps[0]",
                        "must be a number, not \"one\""),
                arguments(
                        PlanYaml.cutover("steps: [{gate: true}, 100]"),
                        "cutovers[0].steps[0].weight",
                        "is missing"),
                arguments(
                        PlanYaml.cutover("steps: [{weight: 10, gat: true}, 100]"),
                        "cutovers[0].steps[0].gat",
                        "is an unknown field"),
                arguments(
                        PlanYaml.cutover("steps: [{weight: 10, gate: maybe}, 100]"),
                        "cutovers[0].steps[0].gate",
                        "must be true or false, not \"maybe\""),
                arguments(
                        PlanYaml.cutover("minimumWait: 15"),
                        "cutovers[0].minimumWait",
                        "must be a duration such as 30s, 15m or 24h, not a number"),
                arguments(
                        PlanYaml.cutover("minimumWait: 15 min"),
                        "cutovers[0].minimumWait",
                        "must be a duration"),
                arguments(PlanYaml.cutover("soak: -1h"), "cutovers[0].soak", "must be a duration"),
                arguments(
                        PlanYaml.cutover("minimumRequests: -1"),
                        "cutovers[0].minimumRequests",
                        "must be from 0"),
                arguments(
                        PlanYaml.cutover("minimumRequests: 1.5"),
                        "cutovers[0].minimumRequests",
                        "must be a whole number"),
                arguments(
                        PlanYaml.cutover("health: {errorRate: {max: 2}}"),
                        "cutovers[0].health.errorRate.max",
                        "must be a percentage such as 0.5%, not a number"),
                arguments(
                        PlanYaml.cutover("health: {errorRate: {max: 200%}}"),
                        "cutovers[0].health.errorRate.max",
                        "must be at most 100%"),
                arguments(
                        PlanYaml.cutover("health: {errorRate: {power: 1}}"),
                        "cutovers[0].health.errorRate.power",
                        "must be from 0.5 to below 1"),
                arguments(
                        PlanYaml.cutover("health: {latencyP99: {maxIncrease: fast}}"),
                        "cutovers[0].health.latencyP99.maxIncrease",
                        "must be a percentage"),
                arguments(
                        PlanYaml.cutover("health: {sources: {events: optional}}"),
                        "cutovers[0].health.sources",
                        "must have a required source"),
                arguments(
                        PlanYaml.cutover("health: {sources: {prometheus: required}}"),
                        "cutovers[0].health.sources.prometheus",
                        "can't be required"),
                arguments(
                        PlanYaml.cutover("health: {sources: {statsd: required}}"),
                        "cutovers[0].health.sources.statsd",
                        "is an unknown field"),
                arguments(
                        PlanYaml.cutover("health: {silentFor: 0s}"),
                        "cutovers[0].health.silentFor",
                        "must be longer than nothing"),
                arguments(
                        PlanYaml.cutover("onRollback: {connections: drain}"),
                        "cutovers[0].onRollback.connections",
                        "must be close or drain with a time"),
                arguments(
                        PlanYaml.cutover("onRollback: {proxyBack: true}"),
                        "cutovers[0].onRollback.proxyBack",
                        "is not available yet"),
                arguments(
                        PlanYaml.and("transport: rows"),
                        "transport",
                        "rows needs access to both databases; the registry does not say how that under emea-cassandra is reached"),
                arguments(
                        PlanYaml.and("transport: carrier-pigeon"),
                        "transport",
                        "must be one of auto, rows, admin-api"),
                arguments(
                        PlanYaml.and("sync: {extra: drop}"),
                        "sync.extra",
                        "must be one of keep, prune"),
                arguments(PlanYaml.and("sync: keep"), "sync", "must be an object, not \"keep\""),
                arguments(
                        PlanYaml.and("gates: {execution: {approvers: -1}}"),
                        "gates.execution.approvers",
                        "must be from 0 to 10"),
                arguments(
                        PlanYaml.and("gates: {excution: {approvers: 1}}"),
                        "gates.excution",
                        "is an unknown field"),
                arguments(
                        PlanYaml.and("gates: {cutover: {timeout: soon}}"),
                        "gates.cutover.timeout",
                        "must be a duration"),
                arguments(
                        PlanYaml.and("verify: {logins: nobody}"),
                        "verify.logins",
                        "names no registered login: \"nobody\""),
                arguments(
                        PlanYaml.and("verify: {suites: [{name: smoke, command: hurl}]}"),
                        "verify.suites[0].command",
                        "names no registered command: \"hurl\""),
                arguments(
                        PlanYaml.and("verify: {suites: [{name: smoke, command: freeze}]}"),
                        "verify.suites",
                        "can't be run yet"),
                arguments(
                        PlanYaml.and("verify: {expectedDifferences: [{header: Server}]}"),
                        "verify.expectedDifferences[0].reason",
                        "is missing"),
                arguments(
                        PlanYaml.and("verify: {probes: {requestsPerSecond: 0}}"),
                        "verify.probes.requestsPerSecond",
                        "must be from 1"),
                arguments(
                        PlanYaml.and("backup: {stores: [dc1]}"),
                        "backup.stores[0]",
                        "names no registered store: \"dc1\""),
                arguments(
                        PlanYaml.and("embargo: {onChange: shout}"),
                        "embargo.onChange",
                        "must be one of hold, resync, rollback"),
                arguments(
                        PlanYaml.and("embargo: {enforce: lock}"),
                        "embargo.enforce",
                        "names no registered command: \"lock\""),
                arguments(PlanYaml.and("rows: {read: TWO}"), "rows.read", "must be one of ALL"),
                arguments(
                        PlanYaml.and("accepted: [{finding: x}]"),
                        "accepted[0].reason",
                        "is missing"),
                arguments(PlanYaml.and("retention: forever"), "retention", "must be a duration"),
                arguments(
                        window("[Monday]", "09:00-16:00", "Europe/Berlin"),
                        "window.days[0]",
                        "must be one of Mon"),
                arguments(
                        window("[Mon]", "16:00-09:00", "Europe/Berlin"),
                        "window.hours",
                        "must end after it starts"),
                arguments(
                        window("[Mon]", "9-16", "Europe/Berlin"),
                        "window.hours",
                        "must be hours such as"),
                arguments(
                        window("[Mon]", "09:00-16:00", "Europe/Nowhere"),
                        "window.zone",
                        "must be a time zone"));
    }

    @ParameterizedTest
    @MethodSource("badPlans")
    void refusesABadPlanWithTheFieldsPathAndTheReason(String yaml, String field, String reason) {
        PlanReading reading = reader.read(yaml);

        assertThat(reading).isInstanceOf(PlanReading.Refused.class);
        assertThat(((PlanReading.Refused) reading).errors())
                .anySatisfy(
                        error -> {
                            assertThat(error.field()).isEqualTo(field);
                            assertThat(error.reason()).contains(reason);
                        });
    }

    @Test
    void tellsAllErrorsAtOnce() {
        String yaml =
                PlanYaml.with("blue: emea-cassandra", "blue: nowhere")
                                .replace("[edge]", "[nothing]")
                        + "    steps: [5, 1, 100]\nextra: true\nretention: 3\n";

        PlanReading reading = reader.read(yaml);

        assertThat(((PlanReading.Refused) reading).errors())
                .extracting(Remark::field)
                .containsExactlyInAnyOrder(
                        "blue",
                        "cutovers[0].routers[0]",
                        "cutovers[0].steps[1]",
                        "extra",
                        "retention");
    }

    @Test
    void fillsInTheDefaults() {
        Plan plan = accepted(PlanYaml.MINIMAL).plan();

        assertThat(plan.mode()).isEqualTo(Mode.MIGRATE);
        assertThat(plan.transport()).isEqualTo(TransportChoice.AUTO);
        assertThat(plan.sync()).isEqualTo(SyncPolicy.DEFAULT);
        assertThat(plan.rows()).isEqualTo(RowsPolicy.DEFAULT);
        assertThat(plan.verify()).isEqualTo(VerifyPolicy.DEFAULT);
        assertThat(plan.executionGate()).isEqualTo(new GatePolicy(1, null));
        assertThat(plan.window()).isNull();
        PlannedCutover cutover = plan.cutovers().get(0);
        assertThat(cutover.sticky()).isEqualTo(Sticky.CLIENT);
        assertThat(cutover.steps())
                .extracting(s -> s.weight().intValue())
                .containsExactly(1, 5, 10, 50, 100);
        assertThat(cutover.minimumWait()).isEqualTo(Duration.ofMinutes(15));
        assertThat(cutover.minimumRequests()).isEqualTo(500);
        assertThat(cutover.soak()).isEqualTo(Duration.ofHours(24));
        assertThat(cutover.onRollback()).isEqualTo(new ConnectionPolicy(null, false));
        assertThat(cutover.health().requiredSources()).containsExactly("events");
        assertThat(cutover.health().maxErrorRateIncrease()).isEqualTo(0.005);
        assertThat(cutover.health().maxLatencyP99Increase()).isEqualTo(0.2);
    }

    @Test
    void readsWhatThePlanSays() {
        String yaml =
                window("[Mon, Fri]", "09:00-16:30", "Europe/Berlin")
                        + "change: CHG1\ngates: {execution: {approvers: 0}, cutover: {approvers: 2, timeout: 12h}}\n"
                        + "sync: {extra: prune, conflicts: replace, onError: continue, protectedTags: [platform]}\n"
                        + "rows: {read: QUORUM, unknown: skip, duplicates: newest, maxLag: 30s}\n"
                        + "verify: {probes: {methods: all, requestsPerSecond: 7}, logins: logins}\n";
        yaml =
                yaml.replace(
                        "[edge]",
                        "[edge]\n    steps: [0.5, {weight: 10, gate: true}, 100]\n    onRollback: {connections: drain 30s}");

        Plan plan = accepted(yaml).plan();

        assertThat(plan.change()).isEqualTo("CHG1");
        assertThat(plan.executionGate()).isEqualTo(GatePolicy.BY_CRITERIA);
        assertThat(plan.cutoverGate()).isEqualTo(new GatePolicy(2, Duration.ofHours(12)));
        assertThat(plan.sync().extra()).isEqualTo(SyncPolicy.Extra.PRUNE);
        assertThat(plan.rows())
                .isEqualTo(
                        new RowsPolicy(
                                RowsPolicy.Read.QUORUM,
                                RowsPolicy.Unknown.SKIP,
                                RowsPolicy.Duplicates.NEWEST,
                                Duration.ofSeconds(30)));
        assertThat(plan.verify().safeMethodsOnly()).isFalse();
        assertThat(plan.verify().logins()).isEqualTo("logins");
        assertThat(plan.window())
                .isEqualTo(
                        new Window(
                                List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                LocalTime.of(9, 0),
                                LocalTime.of(16, 30),
                                ZoneId.of("Europe/Berlin")));
        assertThat(plan.cutovers().get(0).steps())
                .extracting(Step::gate)
                .containsExactly(false, true, false);
        assertThat(plan.cutovers().get(0).onRollback().drain()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void warnsOfWhatIsAskedForAndNotYetDone() {
        String yaml =
                PlanYaml.and(
                        """
                        embargo: {onChange: hold, interval: 30s, enforce: freeze}
                        backup: {stores: [default], maxAge: 4h, keep: 30d}
                        accepted: [{finding: tokens, reason: none that day}]
                        retention: 90d""");

        assertThat(accepted(yaml).warnings())
                .extracting(Remark::field)
                .containsExactlyInAnyOrder("embargo", "backup", "accepted", "retention");
    }

    @Test
    void aRehearsalNeedsNoCutover() {
        String yaml =
                PlanYaml.MINIMAL.substring(0, PlanYaml.MINIMAL.indexOf("cutovers"))
                        + "mode: rehearsal\n";

        assertThat(accepted(yaml).plan().cutovers()).isEmpty();
    }

    @Test
    void hashesTheContentNotItsSpelling() {
        String hash = accepted(PlanYaml.MINIMAL).plan().hash();

        assertThat(hash).hasSize(64);
        assertThat(accepted("# a comment\n" + PlanYaml.MINIMAL).plan().hash()).isEqualTo(hash);
        assertThat(accepted(PlanYaml.and("mode: rehearsal")).plan().hash()).isEqualTo(hash);
        assertThat(accepted(PlanYaml.and("change: CHG2")).plan().hash()).isNotEqualTo(hash);
        assertThat(accepted(PlanYaml.cutover("steps: [1.0, 100]")).plan().hash())
                .isEqualTo(accepted(PlanYaml.cutover("steps: [1, 1e2]")).plan().hash());
    }

    private PlanReading.Accepted accepted(String yaml) {
        PlanReading reading = reader.read(yaml);
        assertThat(reading).isInstanceOf(PlanReading.Accepted.class);
        return (PlanReading.Accepted) reading;
    }

    private static String line(String line, String otherwise) {
        return PlanYaml.with(line, otherwise);
    }

    private static String twoCutovers(String name, String workspace) {
        return PlanYaml.MINIMAL
                + "  - {name: %s, workspaces: [%s], routers: [edge]}\n".formatted(name, workspace);
    }

    private static String window(String days, String hours, String zone) {
        return PlanYaml.and(
                "window: {days: %s, hours: \"%s\", zone: %s}".formatted(days, hours, zone));
    }
}
