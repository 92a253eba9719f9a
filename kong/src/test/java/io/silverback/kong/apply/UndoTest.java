package io.silverback.kong.apply;

import static io.silverback.kong.Samples.entity;
import static io.silverback.kong.Samples.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminOptions;
import io.silverback.kong.apply.EntityResult.Outcome;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.diff.Change;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.DiffPolicy;
import io.silverback.kong.diff.DiffPolicy.Conflicts;
import io.silverback.kong.diff.DiffPolicy.Extra;
import io.silverback.kong.diff.Differ;
import io.silverback.kong.diff.Made;
import io.silverback.kong.diff.Undo;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.simulator.Simulator;
import io.silverback.simulator.SimulatorOptions;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a simulated gateway that had a configuration of its own before. */
class UndoTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final KongVersion VERSION = KongVersion.parse("3.3.1");
    private static final DiffPolicy THOROUGH =
            new DiffPolicy(Extra.PRUNE, Conflicts.REPLACE, Set.of());
    private static final String WORKSPACE = "default";
    private static final long SEED = 20261123;
    private static final int STOPS = 8;

    private static final DeclarativeState BEFORE =
            state(
                    entity("services", 1, "{name:'a',host:'one',created_at:100}"),
                    entity("services", 2, "{name:'b',host:'two',created_at:100}"),
                    entity("services", 3, "{name:'gone',host:'three',created_at:100}"),
                    entity(
                            "routes",
                            4,
                            "{name:'r',paths:['/r'],created_at:100,service:" + ref(1) + "}"),
                    entity("routes", 5, "{name:'x',paths:['/x'],service:" + ref(3) + "}"),
                    entity("services", 6, "{name:'rival',host:'four',created_at:100}"),
                    entity("consumers", 7, "{username:'ann',created_at:100}"),
                    entity("keyauth_credentials", 8, "{key:'k',consumer:" + ref(7) + "}"));

    /**
     * Names exchanged, a route moved to a new service, one taken over, one replaced, two pruned.
     */
    private static final DeclarativeState WANTED =
            state(
                    entity("services", 1, "{name:'b',host:'one',created_at:100}"),
                    entity("services", 2, "{name:'a',host:'changed',created_at:100}"),
                    entity("services", 11, "{name:'new',host:'h'}"),
                    entity("services", 16, "{name:'rival',host:'h'}"),
                    entity(
                            "routes",
                            4,
                            "{name:'r',paths:['/r'],created_at:100,service:" + ref(11) + "}"),
                    entity("routes", 12, "{name:'x',paths:['/n'],service:" + ref(11) + "}"),
                    entity(
                            "plugins",
                            13,
                            "{name:'key-auth',config:{key_names:['k']},route:" + ref(12) + "}"),
                    entity("consumers", 7, "{username:'ann',custom_id:'c',created_at:100}"),
                    entity("consumers", 14, "{username:'bob'}"),
                    entity("keyauth_credentials", 15, "{key:'b',consumer:" + ref(14) + "}"));

    private Vertx vertx;
    private Simulator green;
    private AdminApi api;

    @BeforeEach
    void start() throws IOException {
        vertx = Vertx.vertx();
        green = Simulator.start(SimulatorOptions.postgres("green"));
        api = AdminApi.open(vertx, AdminOptions.of("green", List.of(green.adminUrl())));
        DeclarativeState empty = read();
        done(apply(diff(BEFORE, empty), empty, Integer.MAX_VALUE));
    }

    @AfterEach
    void stop() {
        api.close();
        green.close();
        vertx.closeAndAwait();
    }

    @Test
    void takesBackWhatWasCreatedChangedReplacedAndDeleted() {
        DeclarativeState before = read();
        Diff diff = diff(WANTED, before);
        done(apply(diff, before, Integer.MAX_VALUE));
        assertThat(diff(WANTED, read()).changes()).isEmpty();
        assertThat(List.of(diff.creates(), diff.updates(), diff.deletes()))
                .containsExactly(6, 4, 4);

        undo(made(diff));

        assertThat(read()).isEqualTo(before);
    }

    /** What the diff announces is what another reading finds, and nothing else. */
    @Test
    void appliesExactlyWhatTheDiffAnnounces() {
        DeclarativeState before = read();
        Diff announced = diff(WANTED, before);
        done(apply(announced, before, Integer.MAX_VALUE));
        Diff found = diff(read(), before);

        assertThat(lines(found)).containsExactlyInAnyOrderElementsOf(lines(announced));
    }

    @Test
    void takesBackWhatIsThereOfARunThatStoppedInTheMiddle() {
        DeclarativeState before = read();
        Random random = new Random(SEED);
        for (int stop = 0; stop < STOPS; stop++) {
            Diff diff = diff(WANTED, before);
            int after = 1 + random.nextInt(diff.changes().size());
            apply(diff, before, after);
            undo(made(diff));
            assertThat(read()).as("stopped after %d changes", after).isEqualTo(before);
        }
    }

    /** A journal of several runs, each cut off, the undo itself as well. */
    @Test
    void takesSeveralRunsBackAtOnceAndGoesOnWhereItWasCutOff() {
        DeclarativeState before = read();
        List<Made> journal = new ArrayList<>();
        for (int after : List.of(2, 5, 9)) {
            DeclarativeState now = read();
            Diff diff = diff(WANTED, now);
            journal.addAll(made(diff));
            apply(diff, now, after);
        }
        DeclarativeState now = read();
        apply(Undo.of(journal, now), now, 3);

        undo(journal);

        assertThat(read()).isEqualTo(before);
    }

    /** One line for each change; of what is created who it is, for the gateway fills in fields. */
    private static List<String> lines(Diff diff) {
        return diff.changes().stream()
                .map(
                        change ->
                                change.getClass().getSimpleName()
                                        + " "
                                        + change.entity()
                                        + (change instanceof Change.Update
                                                ? " " + change.differences()
                                                : ""))
                .toList();
    }

    private void undo(List<Made> journal) {
        DeclarativeState now = read();
        Diff diff = Undo.of(journal, now);
        assertThat(diff.conflicts()).isEmpty();
        done(apply(diff, now, Integer.MAX_VALUE));
        assertThat(Undo.of(journal, read()).changes()).isEmpty();
    }

    private static void done(List<EntityResult> results) {
        assertThat(results)
                .filteredOn(
                        one -> one.outcome() == Outcome.FAILED || one.outcome() == Outcome.SKIPPED)
                .isEmpty();
    }

    private static List<Made> made(Diff diff) {
        return diff.changes().stream().map(Made::of).toList();
    }

    /** One request at a time, and none after the change number {@code last}. */
    private List<EntityResult> apply(Diff diff, DeclarativeState actual, int last) {
        return new GatewayWriter(api, new Writes(new FreshSecrets()), new WriteLimit(1), true)
                .apply(diff, Holds.of(diff, actual, VERSION))
                .select()
                .first(last)
                .collect()
                .asList()
                .await()
                .atMost(LIMIT);
    }

    private static Diff diff(DeclarativeState desired, DeclarativeState actual) {
        return Differ.diff(desired, actual, THOROUGH, Instant.now());
    }

    private DeclarativeState read() {
        return new GatewayReader(api, Clock.systemUTC(), 4).read(WORKSPACE).await().atMost(LIMIT);
    }

    private static DeclarativeState state(Entity... entities) {
        return new DeclarativeState(WORKSPACE, List.of(entities));
    }
}
