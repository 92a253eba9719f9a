package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.simulator.store.Manners;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    void readsEveryOption() {
        SimulatorOptions options =
                CommandLine.parse(
                        "--name",
                        "green",
                        "--database",
                        "postgres",
                        "--version",
                        "3.4.2",
                        "--admin-port",
                        "1",
                        "--proxy-port",
                        "2",
                        "--edition",
                        "oss",
                        "--admin-token",
                        "t",
                        "--load",
                        "a.yaml",
                        "b.yaml",
                        "--hashed-credentials",
                        "--seed",
                        "9",
                        "--host",
                        "0.0.0.0");

        assertThat(options.name()).isEqualTo("green");
        assertThat(options.database()).isEqualTo(Manners.POSTGRES);
        assertThat(options.enterprise()).isFalse();
        assertThat(options.files()).containsExactly(Path.of("a.yaml"), Path.of("b.yaml"));
        assertThat(options.hashedCredentials()).isTrue();
        assertThat(options.seed()).isEqualTo(9);
        assertThat(options.host()).isEqualTo("0.0.0.0");
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
