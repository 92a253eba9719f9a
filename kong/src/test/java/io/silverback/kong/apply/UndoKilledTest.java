package io.silverback.kong.apply;

import static io.silverback.kong.Samples.entity;
import static io.silverback.kong.Samples.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminOptions;
import io.silverback.kong.apply.EntityResult.Outcome;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.DiffPolicy;
import io.silverback.kong.diff.DiffPolicy.Conflicts;
import io.silverback.kong.diff.DiffPolicy.Extra;
import io.silverback.kong.diff.Differ;
import io.silverback.kong.diff.Made;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.simulator.Simulator;
import io.silverback.simulator.SimulatorOptions;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An undo whose process is ended while a write is on its way, and taken up again. */
class UndoKilledTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String WORKSPACE = "default";
    private static final long SEED = 20261123;
    private static final int KILLS = 2;
    private static final DeclarativeState BEFORE =
            state(
                    entity("services", 1, "{name:'a',host:'one',created_at:100}"),
                    entity("services", 2, "{name:'gone',host:'two',created_at:100}"),
                    entity("routes", 3, "{name:'x',paths:['/x'],service:" + ref(2) + "}"),
                    entity("consumers", 4, "{username:'ann',created_at:100}"));
    private static final DeclarativeState WANTED =
            state(
                    entity("services", 1, "{name:'a',host:'changed',created_at:100}"),
                    entity("services", 11, "{name:'new',host:'h'}"),
                    entity("routes", 12, "{name:'y',paths:['/y'],service:" + ref(11) + "}"),
                    entity("consumers", 4, "{username:'ann',custom_id:'c',created_at:100}"),
                    entity("consumers", 14, "{username:'bob'}"),
                    entity("keyauth_credentials", 15, "{key:'b',consumer:" + ref(14) + "}"));

    @TempDir private Path directory;
    private Vertx vertx;
    private Simulator green;
    private AdminApi api;

    @BeforeEach
    void start() throws IOException {
        vertx = Vertx.vertx();
        green = Simulator.start(SimulatorOptions.postgres("green"));
        api = AdminApi.open(vertx, AdminOptions.of("green", List.of(green.adminUrl())));
    }

    @AfterEach
    void stop() {
        api.close();
        green.close();
        vertx.closeAndAwait();
    }

    @Test
    void greenIsAsBeforeWhereverTheProcessWasEnded() throws Exception {
        apply(BEFORE);
        DeclarativeState before = read();
        Path journal = directory.resolve("journal.json");
        UndoProcess.write(apply(WANTED), journal);
        Random random = new Random(SEED);
        try (DeadlyGate gate = new DeadlyGate(green.adminUrl())) {
            for (int kill = 0; kill < KILLS; kill++) {
                Process process = gate.endsAfter(random.nextInt(3), () -> process(gate, journal));
                assertThat(process.onExit().join().exitValue()).isNotZero();
                assertThat(read()).isNotEqualTo(before);
            }
            assertThat(process(gate, journal).onExit().join().exitValue()).isZero();
        }
        assertThat(read()).isEqualTo(before);
    }

    private static Process process(DeadlyGate gate, Path journal) throws IOException {
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        UndoProcess.class.getName(),
                        gate.url().toString(),
                        WORKSPACE,
                        journal.toString())
                .inheritIO()
                .start();
    }

    /** Makes green so, and says what was made. */
    private List<Made> apply(DeclarativeState wanted) {
        DeclarativeState now = read();
        DiffPolicy thorough = new DiffPolicy(Extra.PRUNE, Conflicts.REPLACE, Set.of());
        Diff diff = Differ.diff(wanted, now, thorough, Instant.now());
        Holds holds = Holds.of(diff, now, KongVersion.parse("3.3.1"));
        List<EntityResult> results =
                new GatewayWriter(api, new Writes(new FreshSecrets()), new WriteLimit(4), true)
                        .apply(diff, holds)
                        .collect()
                        .asList()
                        .await()
                        .atMost(LIMIT);
        assertThat(results).noneMatch(one -> one.outcome() == Outcome.FAILED);
        return diff.changes().stream().map(Made::of).toList();
    }

    private DeclarativeState read() {
        return new GatewayReader(api, Clock.systemUTC(), 4).read(WORKSPACE).await().atMost(LIMIT);
    }

    private static DeclarativeState state(Entity... entities) {
        return new DeclarativeState(WORKSPACE, List.of(entities));
    }
}
