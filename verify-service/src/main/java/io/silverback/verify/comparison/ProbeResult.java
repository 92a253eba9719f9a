package io.silverback.verify.comparison;

import io.silverback.verify.probing.Probe;
import java.util.ArrayList;
import java.util.List;

/**
 * One probe's outcome.
 *
 * @param differences empty where both sides answered alike
 * @param loggedIn whether both sides let the probe's credential in
 */
public record ProbeResult(Probe probe, List<String> differences, boolean loggedIn) {

    public ProbeResult {
        differences = List.copyOf(differences);
    }

    /** From blue's answers and green's: where blue differs from itself nothing is compared. */
    public static ProbeResult of(
            Probe probe, List<Answer> blues, Answer green, AnswerComparison comparison) {
        Answer blue = blues.get(0);
        List<String> differences = new ArrayList<>(comparison.differences(blue, green));
        blues.forEach(again -> differences.removeAll(comparison.differences(blue, again)));
        return new ProbeResult(probe, differences, admitted(blue) && admitted(green));
    }

    private static boolean admitted(Answer answer) {
        return answer.status() != 401 && answer.status() != 403;
    }
}
