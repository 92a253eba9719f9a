package io.silverback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @Test
    void showsTheVerbsInTheirOrder() {
        Run run = Run.of("--help");

        List<String> verbs =
                run.out()
                        .lines()
                        .filter(line -> line.matches(" {2}[a-z].*"))
                        .map(line -> line.strip().split(" +")[0])
                        .toList();
        assertThat(verbs)
                .containsExactly(
                        "lint",
                        "check",
                        "run",
                        "status",
                        "go",
                        "no-go",
                        "rollback",
                        "pause",
                        "resume",
                        "diff",
                        "undo",
                        "backup",
                        "artefact",
                        "events",
                        "gateways",
                        "demo",
                        "up",
                        "down");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Exit codes: 0 done, 1 refused or failed, 2 wrong usage.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lint", "frobnicate", "go", "backup", "artefact"})
    void answersWrongUsageWithCode2AndOneSentence(String verb) {
        Run run = Run.of(verb);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void showsItsFirstScreenWhenNoVerbIsGiven() {
        Run run = Run.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("lint", "rollback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "up", "down"})
    void saysWhereLocalVerbsAreCarriedOut(String verb) {
        Run run = Run.of(verb, "--fail-at", "10");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        "silverback: `%s` starts or ends programs here: run `./silverback %s` in the repository.\n"
                                .formatted(verb, verb));
    }

    @Test
    void saysThatNothingListens() {
        Run text = Run.of("status", "--console", "http://127.0.0.1:1");
        Run json = Run.of("status", "--console", "http://127.0.0.1:1", "--output", "json");

        assertThat(text.code()).isEqualTo(1);
        assertThat(text.err())
                .isEqualToNormalizingNewlines(
                        "silverback: The console at http://127.0.0.1:1 can't be reached: nothing listens there.\n");
        assertThat(json.err()).startsWith("{").contains("\"title\":\"Unreachable\"");
    }

    @Test
    void refusesAnAddressThatIsNoUrl() {
        assertThat(Run.of("gateways", "--console", "localhost:7400").err())
                .contains("\"localhost:7400\" is no http or https URL.");
    }

    @Test
    void refusesAnActorThatTheConsoleWouldRefuse() {
        assertThat(Run.of("gateways", "--by", "Ann Example").err())
                .contains("The actor id \"Ann Example\" must be 1 to 64 of letters");
    }
}
