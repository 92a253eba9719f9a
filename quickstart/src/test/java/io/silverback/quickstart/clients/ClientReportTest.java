package io.silverback.quickstart.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientReportTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void countsByColourAndFailure() {
        ClientReport report =
                new ClientReport(
                        List.of(
                                answer(0, 5, "blue", false),
                                answer(1, 6, "green", true),
                                answer(2, 7, "none", true)));

        assertThat(report.total()).isEqualTo(3);
        assertThat(report.failed()).isEqualTo(2);
        assertThat(report.byColour())
                .containsEntry("blue", 1L)
                .containsEntry("green", 1L)
                .containsEntry("none", 1L);
    }

    @Test
    void measuresTheWayBackByTheStartOfTheLastGreenAnswer() {
        ClientReport report =
                new ClientReport(
                        List.of(
                                answer(0, 10, "green", false),
                                answer(20, 30, "green", true),
                                answer(70, 95, "green", true),
                                answer(100, 105, "blue", false)));

        assertThat(report.causeToEffectMillis(START.plusMillis(50))).isEqualTo(20);
        assertThat(report.firstBadResponseToSafeMillis()).contains(40L);
        assertThat(report.answeredByGreenAfter(START.plusMillis(69))).isEqualTo(1);
        assertThat(report.answeredByGreenAfter(START.plusMillis(70))).isZero();
    }

    @Test
    void aCauseAfterTheLastGreenAnswerTookNoTime() {
        ClientReport report = new ClientReport(List.of(answer(0, 10, "green", false)));

        assertThat(report.causeToEffectMillis(START.plusMillis(50))).isZero();
        assertThat(report.firstBadResponseToSafeMillis()).isEmpty();
    }

    private static Answer answer(int from, int to, String colour, boolean failed) {
        return new Answer(
                START.plusMillis(from), START.plusMillis(to), colour, failed ? 500 : 200, "");
    }
}
