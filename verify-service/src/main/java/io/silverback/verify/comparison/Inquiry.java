package io.silverback.verify.comparison;

import io.silverback.verify.probing.Probe;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What both gateways have answered to one probe so far, and what must be asked before they can be
 * compared. Blue is asked again only where green differs, and both where one of them counts
 * requests and has had enough: a limit that one side reached earlier is not a difference.
 */
public final class Inquiry {

    /** An upstream of two equal targets that shows one of them this often: 1 in 500 million. */
    static final int MOST_OF_BLUE = 30;

    static final int MOST_ROUNDS = 3;

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Probe probe;
    private final AnswerComparison comparison;
    private final int round;
    private final List<Answer> blues;
    private final Answer green;

    private Inquiry(
            Probe probe, AnswerComparison comparison, int round, List<Answer> blues, Answer green) {
        this.probe = probe;
        this.comparison = comparison;
        this.round = round;
        this.blues = List.copyOf(blues);
        this.green = green;
    }

    /** With the first answer of each. */
    public static Inquiry of(Probe probe, AnswerComparison comparison, Answer blue, Answer green) {
        return new Inquiry(probe, comparison, 1, List.of(blue), green);
    }

    /** With one more answer of blue. */
    public Inquiry blueAgain(Answer answer) {
        List<Answer> all = Stream.concat(blues.stream(), Stream.of(answer)).toList();
        return new Inquiry(probe, comparison, round, all, green);
    }

    /** With these answers in place of those before. */
    public Inquiry bothAgain(Answer blue, Answer again) {
        return new Inquiry(probe, comparison, round + 1, List.of(blue), again);
    }

    /** What is to be done now. */
    public Next next() {
        Answer blue = blues.get(0);
        if (blue.isLimited() != green.isLimited()) {
            return round < MOST_ROUNDS
                    ? new AskBoth(wait(blue.isLimited() ? blue : green))
                    : new Settled(ProbeResult.limited(probe));
        }
        ProbeResult result = ProbeResult.of(probe, blues, green, comparison);
        return result.differences().isEmpty() || blueHasSaidEnough()
                ? new Settled(result)
                : new AskBlue();
    }

    private boolean blueHasSaidEnough() {
        return blues.size() >= MOST_OF_BLUE || blues.get(blues.size() - 1).isLimited();
    }

    private static Duration wait(Answer limited) {
        Duration asked = limited.retryAfter().orElse(SHORTEST_WAIT);
        if (asked.compareTo(LONGEST_WAIT) > 0) {
            return LONGEST_WAIT;
        }
        return asked.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : asked;
    }

    /** What an inquiry needs. */
    public sealed interface Next {}

    /** Nothing: this is its result. */
    public record Settled(ProbeResult result) implements Next {}

    /** Another answer of blue, at once. */
    public record AskBlue() implements Next {}

    /** New answers of both, after a while. */
    public record AskBoth(Duration after) implements Next {}
}
