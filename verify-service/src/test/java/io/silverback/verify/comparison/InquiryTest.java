package io.silverback.verify.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.verify.probing.Probe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InquiryTest {

    private static final Answer LIMITED = new Answer(429, Map.of("retry-after", "7"), "");

    private final Probe probe =
            new Probe("a route", Probe.Kind.ROUTE, "GET", "/", Map.of(), "a key");

    @Test
    void isSettledByTwoEqualAnswers() {
        assertThat(result(inquiry(says("a"), says("a"))).loggedIn()).isTrue();
    }

    @Test
    void asksBlueAgainWhereGreenDiffersUntilBlueHasSaidTheSame() {
        Inquiry inquiry = inquiry(says("a"), says("b"));

        assertThat(inquiry.next()).isEqualTo(new Inquiry.AskBlue());
        assertThat(inquiry.blueAgain(says("a")).next()).isEqualTo(new Inquiry.AskBlue());
        assertThat(result(inquiry.blueAgain(says("a")).blueAgain(says("b"))).differences())
                .isEmpty();
    }

    @Test
    void isADifferenceWhereBlueNeverSaysIt() {
        Inquiry inquiry =
                Stream.iterate(inquiry(says("a"), says("b")), before -> before.blueAgain(says("a")))
                        .skip(Inquiry.MOST_OF_BLUE - 1L)
                        .findFirst()
                        .orElseThrow();

        assertThat(result(inquiry).differences()).containsExactly("body differs");
    }

    @Test
    void aLimitThatBlueReachesHidesNoDifference() {
        Inquiry inquiry = inquiry(says("a"), says("b")).blueAgain(LIMITED);

        assertThat(result(inquiry).differences()).containsExactly("body differs");
    }

    @Test
    void waitsAsAskedWhereOneSideHasReachedItsLimit() {
        assertThat(inquiry(LIMITED, says("a")).next()).isEqualTo(wait(7));
        assertThat(inquiry(says("a"), LIMITED).next()).isEqualTo(wait(7));
        assertThat(result(inquiry(LIMITED, says("a")).bothAgain(says("a"), says("a"))).limited())
                .isFalse();
    }

    @Test
    void waitsAMinuteAtMostAndASecondWhereNobodySaysHowLong() {
        Answer long429 = new Answer(429, Map.of("retry-after", "3600"), "");
        Answer plain = new Answer(429, Map.of("retry-after", "tomorrow"), "");

        assertThat(inquiry(long429, says("a")).next()).isEqualTo(wait(60));
        assertThat(inquiry(plain, says("a")).next()).isEqualTo(wait(1));
    }

    @Test
    void givesUpOnALimitWithoutCallingItADifferenceOrALogin() {
        ProbeResult result =
                result(
                        inquiry(LIMITED, says("a"))
                                .bothAgain(says("a"), LIMITED)
                                .bothAgain(LIMITED, says("a")));

        assertThat(result).isEqualTo(new ProbeResult(probe, List.of(), false, true));
    }

    @Test
    void twoLimitedAnswersAreEqual() {
        assertThat(result(inquiry(LIMITED, LIMITED)).limited()).isFalse();
    }

    private Inquiry inquiry(Answer blue, Answer green) {
        return Inquiry.of(probe, new AnswerComparison(List.of()), blue, green);
    }

    private static ProbeResult result(Inquiry inquiry) {
        return ((Inquiry.Settled) inquiry.next()).result();
    }

    private static Answer says(String text) {
        return new Answer(200, Map.of(), text);
    }

    private static Inquiry.Next wait(int seconds) {
        return new Inquiry.AskBoth(Duration.ofSeconds(seconds));
    }
}
