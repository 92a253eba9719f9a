package io.silverback.kong.deck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.kong.Recorded;
import io.silverback.kong.Samples;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.SpilledState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpilledFilesTest {
    private static final KongVersion VERSION = KongVersion.parse("3.3.1");

    @Test
    @Timeout(120)
    void writesAnEstateThatDoesNotFitIntoMemory() throws IOException, InterruptedException {
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        Process small =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx32m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                classes,
                                LargeDump.class.getName(),
                                "10000")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(small.getInputStream().readAllBytes(), UTF_8);

        assertThat(small.waitFor()).as(said).isZero();
        assertThat(said).endsWith("{consumers=10000, keyauth_credentials=10000} true\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cassandra", "postgres"})
    void writesTheSameWhetherInMemoryOrNot(String database) throws IOException {
        DeclarativeState estate = Recorded.estate(database);

        StateFiles spilled;
        try (Scratch scratch = Scratch.withMemory(20_000)) {
            SpilledState state = SpilledState.of(estate, scratch);
            assertThat(state.fingerprint()).isEqualTo(estate.fingerprint());
            spilled = files(SpilledFiles.of(state, scratch, VERSION, Samples.NOW));
        }

        assertThat(spilled).isEqualTo(StateFiles.of(estate, VERSION, Samples.NOW));
        assertThat(spilled.read()).isEqualTo(estate);
    }

    @Test
    void namesAReferenceToNothing() {
        DeclarativeState state =
                Samples.state(
                        Samples.entity("routes", 1, "{name:'r',service:" + Samples.ref(9) + "}"));

        assertThatThrownBy(() -> StateFiles.of(state, VERSION, Samples.NOW))
                .isInstanceOf(DeckException.class)
                .hasMessageContaining("routes r (" + Samples.id(1) + ") names services '")
                .hasMessageContaining(Samples.id(9) + "' in its field service");
    }

    @Test
    void namesBothThatShareWhatIsUnique() {
        DeclarativeState state =
                Samples.state(
                        Samples.entity("consumers", 1, "{username:'ann'}"),
                        Samples.entity("consumers", 2, "{username:'ann'}"));

        assertThatThrownBy(() -> StateFiles.of(state, VERSION, Samples.NOW))
                .hasMessageContaining("consumers ann (" + Samples.id(1) + ") and")
                .hasMessageContaining("consumers ann (" + Samples.id(2) + ") share [username]");
    }

    @Test
    void carriesANameWithANulByte() {
        DeclarativeState state =
                Samples.state(Samples.entity("consumers", 1, "{username:'an\\u0000n'}"));

        assertThat(StateFiles.of(state, VERSION, Samples.NOW).read()).isEqualTo(state);
    }

    @Test
    void putsWhatHangsOnARouteBelowItAndItsService() {
        DeclarativeState state =
                Samples.state(
                        Samples.entity("services", 1, "{name:'s',host:'h'}"),
                        Samples.entity("routes", 2, "{name:'r',service:" + Samples.ref(1) + "}"),
                        Samples.entity("plugins", 3, "{name:'cors',route:" + Samples.ref(2) + "}"),
                        Samples.entity("consumers", 4, "{username:'c'}"));

        String file = StateFiles.of(state, VERSION, Samples.NOW).configuration();

        assertThat(file.lines().map(String::stripTrailing).toList())
                .containsSubsequence(
                        List.of("consumers:", "services:", "  routes:", "    plugins:"));
    }

    private static StateFiles files(SpilledFiles files) throws IOException {
        ByteArrayOutputStream configuration = new ByteArrayOutputStream();
        ByteArrayOutputStream rbac = new ByteArrayOutputStream();
        ByteArrayOutputStream supplement = new ByteArrayOutputStream();
        files.configuration(configuration);
        files.rbac(rbac);
        files.supplement(supplement);
        return new StateFiles(
                configuration.toString(UTF_8), rbac.toString(UTF_8), supplement.toString(UTF_8));
    }
}
