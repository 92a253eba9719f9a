package io.silverback.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 127.0.0.1:7400, true",
                "http://127.0.0.1:7400, 127.0.0.1:7400, true",
                "http://LOCALHOST:7400, localhost:7400, true",
                "http://evil.example, 127.0.0.1:7400, false",
                "http://127.0.0.1:7401, 127.0.0.1:7400, false",
                "null, 127.0.0.1:7400, false",
                "'http://a b', 127.0.0.1:7400, false"
            })
    void takesChangesFromItsOwnPageOnly(String origin, String host, boolean own) {
        assertThat(Origins.isOwn(origin, host)).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "localhost:7400, true",
                "127.0.0.1, true",
                "[::1]:7400, true",
                "rebound.example:7400, false",
                "-, false"
            })
    void knowsWhatLoopbackIsCalled(String host, boolean loopback) {
        assertThat(Origins.isLoopbackName(host)).isEqualTo(loopback);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "<script>", "a\nb"})
    void refusesWhatIsNoActor(String actor) {
        assertThat(Origins.isActor(actor)).isFalse();
    }

    @Test
    void takesOpaqueActors() {
        assertThat(Origins.isActor("u-4711@ops")).isTrue();
        assertThat(Origins.isActor(null)).isFalse();
    }
}
