package io.silverback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecisionVerbsTest {

    private final FakePeer console = new FakePeer();

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void saysGoWithAllThatWasGiven() {
        console.answers(
                "POST /api/gates/decisions",
                """
                {"gate":{"gate":"step","subject":"public-api","step":3,"status":"go","by":"a1",
                 "why":"looks good"}}
                """);

        Run run =
                Run.against(
                        console,
                        "go",
                        "public-api",
                        "--gate",
                        "step",
                        "--step",
                        "3",
                        "--why",
                        "looks good",
                        "--evidence",
                        "7f3a");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        "gate step public-api step 3   go by a1: looks good\n");
        assertThat(console.requests().get(0).actor()).isEqualTo("a1");
        assertThat(console.requests().get(0).body())
                .isEqualTo(
                        "{\"target\":\"public-api\",\"gate\":\"step\",\"step\":3,\"decision\":\"go\","
                                + "\"why\":\"looks good\",\"evidenceHash\":\"7f3a\"}");
    }

    @Test
    void saysNoGo() {
        console.answers(
                "POST /api/gates/decisions",
                "{\"gate\":{\"gate\":\"cutover\",\"subject\":\"public-api\",\"status\":\"no-go\"}}");

        Run.against(console, "no-go", "public-api");

        assertThat(console.requests().get(0).body())
                .isEqualTo("{\"target\":\"public-api\",\"decision\":\"no-go\"}");
    }

    @Test
    void failsWhenTheGateIsNotOpen() {
        console.refuses(
                "POST /api/gates/decisions",
                409,
                "{\"type\":\"urn:silverback:problem:gate-not-open\",\"detail\":\"No gate of public-api is open.\"}");

        Run run = Run.against(console, "go", "public-api");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToNormalizingNewlines("silverback: No gate of public-api is open.\n");
    }

    @Test
    void waitsForTheAnswerToAPause() {
        console.answers(
                        "POST /api/commands",
                        "{\"commands\":[{\"id\":\"k-1\",\"targetId\":\"c-1\",\"target\":\"public-api\"}]}")
                .answers("GET /api/commands/k-1", "{\"targetId\":\"c-1\",\"status\":\"asked\"}")
                .answers("GET /api/commands/k-1", "{\"targetId\":\"c-1\",\"status\":\"done\"}");

        Run run = Run.against(console, "pause", "public-api");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("pause c-1   done\n");
        assertThat(console.requests().get(0).body())
                .isEqualTo("{\"verb\":\"pause\",\"target\":\"public-api\"}");
    }

    @Test
    void failsWhenResumingIsRefused() {
        console.answers("POST /api/commands", "{\"commands\":[{\"id\":\"k-1\"}]}")
                .answers(
                        "GET /api/commands/k-1",
                        "{\"targetId\":\"c-1\",\"status\":\"refused\",\"reason\":\"it is over\"}");

        Run run = Run.against(console, "resume", "public-api");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualToNormalizingNewlines("resume c-1   refused: it is over\n");
    }

    @Test
    void rollsBackByTheConsole() {
        console.answers(
                "POST /api/rollbacks",
                "{\"rollbacks\":[{\"subjectId\":\"c-1\",\"subject\":\"public-api\"}]}");

        Run run =
                Run.against(console, "rollback", "public-api", "--reason", "odd", "--accept-loss");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines("rollback public-api   asked\n");
        assertThat(console.requests().get(0).body())
                .isEqualTo("{\"target\":\"public-api\",\"reason\":\"odd\",\"acceptLoss\":true}");
    }
}
