package io.silverback.verify.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerComparisonTest {

    private final AnswerComparison comparison = new AnswerComparison(List.of("Server"));

    @Test
    void findsNothingBetweenEqualAnswers() {
        assertThat(
                        differences(
                                answer(200, Map.of(), "{\"a\":1}"),
                                answer(200, Map.of(), "{\"a\":1}")))
                .isEmpty();
    }

    @Test
    void namesAStatusThatDiffers() {
        assertThat(differences(answer(200, Map.of(), ""), answer(404, Map.of(), "")))
                .containsExactly("status: blue 200, green 404");
    }

    @Test
    void leavesOutClocksLatenciesAndDeclaredDifferences() {
        Answer blue =
                answer(200, Map.of("date", "x", "server", "a", "x-kong-proxy-latency", "1"), "");
        Answer green = answer(200, Map.of("date", "y", "server", "b"), "");

        assertThat(differences(blue, green)).isEmpty();
    }

    @Test
    void namesAMissingHeaderWithoutItsValue() {
        Answer blue = answer(200, Map.of("x-secret", "s3cret"), "");

        assertThat(differences(blue, answer(200, Map.of(), "")))
                .containsExactly("header x-secret: green lacks it");
    }

    @Test
    void namesTheFieldOfABodyThatDiffers() {
        Answer blue = answer(200, Map.of(), "{\"a\":{\"b\":1,\"c\":2}}");
        Answer green = answer(200, Map.of(), "{\"a\":{\"c\":2,\"b\":3}}");

        assertThat(differences(blue, green)).containsExactly("body.a.b differs");
    }

    @Test
    void comparesWhatIsNoJsonAsText() {
        assertThat(differences(answer(200, Map.of(), "<a>"), answer(200, Map.of(), "<b>")))
                .containsExactly("body differs");
    }

    private List<String> differences(Answer blue, Answer green) {
        return comparison.differences(blue, green);
    }

    private static Answer answer(int status, Map<String, String> headers, String body) {
        return new Answer(status, headers, body);
    }
}
