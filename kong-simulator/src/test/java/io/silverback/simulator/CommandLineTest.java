package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.simulator.hybrid.DataPlaneOptions;
import io.silverback.simulator.store.Manners;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    void readsSettingsByName() {
        SimulatorOptions options =
                CommandLine.parse("--setting", "audit_log=on", "--setting", "enforce_rbac=both");

        assertThat(options.settings())
                .containsEntry("audit_log", "on")
                .containsEntry("enforce_rbac", "both");
        assertThatThrownBy(() -> CommandLine.parse("--setting", "audit_log"))
                .hasMessageContaining("NAME=VALUE");
    }

    @Test
    void readsEveryOption() {
        SimulatorOptions options =
                CommandLine.parse(
                        ("--name green --database postgres --version 3.4.2 --admin-port 1 --proxy-port 2"
                                        + " --edition oss --admin-token t --load a.yaml b.yaml"
                                        + " --hashed-credentials --seed 9 --host 0.0.0.0")
                                .split(" "));

        assertThat(options.name()).isEqualTo("green");
        assertThat(options.database()).isEqualTo(Manners.POSTGRES);
        assertThat(options.enterprise()).isFalse();
        assertThat(options.files()).containsExactly(Path.of("a.yaml"), Path.of("b.yaml"));
        assertThat(options.hashedCredentials()).isTrue();
        assertThat(options.seed()).isEqualTo(9);
        assertThat(options.host()).isEqualTo("0.0.0.0");
    }

    @Test
    void readsWhichNodesThereAre() {
        assertThat(CommandLine.parse("--nodes", "3", "--interval", "50").topology())
                .isEqualTo(new Topology.Traditional(3, Duration.ofMillis(50)));
        assertThat(
                        CommandLine.parse(
                                        "--role",
                                        "control_plane",
                                        "--data-planes",
                                        "1",
                                        "--data-plane",
                                        "3.4.2,without=jwt",
                                        "--status-port",
                                        "9")
                                .topology())
                .isEqualTo(
                        new Topology.Hybrid(
                                List.of(
                                        DataPlaneOptions.of("dp-0", "3.3.1"),
                                        new DataPlaneOptions("dp-1", "3.4.2", Set.of("jwt"))),
                                9,
                                Topology.DEFAULT_INTERVAL));
        assertThatThrownBy(() -> CommandLine.parse("--role", "leader"))
                .hasMessage("--role is traditional or control_plane, not leader.");
    }

    @Test
    void refusesInOneSentence() {
        assertThatThrownBy(() -> CommandLine.parse("--database", "mysql"))
                .hasMessage("--database is cassandra or postgres, not mysql.");
        assertThatThrownBy(() -> CommandLine.parse("--seed"))
                .hasMessageStartingWith("--seed needs a value.");
        assertThatThrownBy(() -> CommandLine.parse("--sede", "1"))
                .hasMessageStartingWith("Unknown option --sede.");
    }
}
