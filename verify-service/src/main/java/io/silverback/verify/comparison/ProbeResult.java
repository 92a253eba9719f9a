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

    /** From blue's two answers and green's: where blue differs from itself nothing is compared. */
    public static ProbeResult of(
            Probe probe, Answer blue, Answer again, Answer green, AnswerComparison comparison) {
        boolean in = admitted(blue) && admitted(green);
        List<String> differences = new ArrayList<>(comparison.differences(blue, green));
        differences.removeAll(comparison.differences(blue, again));
        return new ProbeResult(probe, differences, in);
    }

    private static boolean admitted(Answer answer) {
        return answer.status() != 401 && answer.status() != 403;
    }
}
