package io.silverback.kong.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminOptions;
import io.silverback.kong.admin.ConfigurationProof;
import io.silverback.kong.apply.EntityResult.Outcome;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.deck.StateFiles;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.DiffPolicy;
import io.silverback.kong.diff.DiffPolicy.Conflicts;
import io.silverback.kong.diff.DiffPolicy.Extra;
import io.silverback.kong.diff.Differ;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.simulator.Simulator;
import io.silverback.simulator.SimulatorOptions;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final KongVersion VERSION = KongVersion.parse("3.3.1");

    private final Vertx vertx = Vertx.vertx();
    private Simulator blue;
    private Simulator green;
    private AdminApi blueApi;
    private AdminApi greenApi;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        Path file = LoadableEstate.in(directory);
        blue = Simulator.start(SimulatorOptions.cassandra("blue").withFiles(List.of(file), true));
        green = Simulator.start(SimulatorOptions.postgres("green"));
        blueApi = AdminApi.open(vertx, AdminOptions.of("blue", List.of(blue.adminUrl())));
        greenApi = AdminApi.open(vertx, AdminOptions.of("green", List.of(green.adminUrl())));
    }

    @AfterEach
    void stop() {
        blueApi.close();
        greenApi.close();
        blue.close();
        green.close();
        vertx.closeAndAwait();
    }

    @Test
    void bringsARealEstateToAnEmptyGatewayAndFindsItEqual() {
        move(DeclarativeState.ESTATE, greenApi);
        DeclarativeState dumped = move("default", greenApi.in("default"));

        assertThat(dumped.counts()).containsEntry("services", 30).containsEntry("routes", 104);
        Diff again = diff(dumped, read(greenApi, "default"), DiffPolicy.careful());
        assertThat(again.changes()).isEmpty();
        assertThat(again.uncarried()).hasSize(25 + 4);
    }

    @Test
    void takesEverythingBackWhenPruned() {
        move(DeclarativeState.ESTATE, greenApi);
        move("default", greenApi.in("default"));
        DiffPolicy prune = new DiffPolicy(Extra.PRUNE, Conflicts.FAIL, Set.of());

        DeclarativeState actual = read(greenApi, "default");
        Diff diff = diff(DeclarativeState.empty("default"), actual, prune);
        List<EntityResult> results = apply(diff, actual, greenApi.in("default"));

        assertThat(results).extracting(EntityResult::outcome).containsOnly(Outcome.DELETED);
        assertThat(read(greenApi, "default").size()).isZero();
    }

    @Test
    void provesWhatTheSimulatedNodeHas() {
        ConfigurationProof proof =
                new ConfigurationProof(greenApi, List.of(greenApi), Duration.ofSeconds(5));
        assertThat(proof.missing("it").await().atMost(LIMIT)).isEmpty();
        assertThat(read(greenApi, "default").entities("upstreams")).isEmpty();
    }

    @Test
    void doesNotSeeAProofThatRunsBeside() {
        String marker = ConfigurationProof.marker("beside");
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", marker);
        greenApi.put("/upstreams/" + marker, body).await().atMost(LIMIT);
        assertThat(read(greenApi, "default").entities("upstreams")).isEmpty();
    }

    /** Through the files, as the services do it. */
    private DeclarativeState move(String workspace, AdminApi target) {
        DeclarativeState dumped = read(blueApi, workspace);
        DeclarativeState desired = StateFiles.of(dumped, VERSION, Instant.now()).read();
        DeclarativeState actual = read(greenApi, workspace);
        Diff diff = diff(desired, actual, DiffPolicy.careful());
        assertThat(diff.conflicts()).isEmpty();
        assertThat(apply(diff, actual, target))
                .filteredOn(result -> result.outcome() == Outcome.FAILED)
                .isEmpty();
        return dumped;
    }

    private static Diff diff(DeclarativeState desired, DeclarativeState actual, DiffPolicy policy) {
        return Differ.diff(desired, actual, policy, Instant.now());
    }

    private static List<EntityResult> apply(Diff diff, DeclarativeState actual, AdminApi api) {
        return new GatewayWriter(api, new Writes(new FreshSecrets()), new WriteLimit(8), true)
                .apply(diff, Holds.of(diff, actual, VERSION))
                .collect()
                .asList()
                .await()
                .atMost(LIMIT);
    }

    private static DeclarativeState read(AdminApi api, String workspace) {
        return new GatewayReader(api, Clock.systemUTC(), 4).read(workspace).await().atMost(LIMIT);
    }
}
