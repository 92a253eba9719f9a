package io.silverback.verify.comparison;

import io.silverback.verify.probing.Probe;
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

    /** From both answers. */
    public static ProbeResult of(
            Probe probe, Answer blue, Answer green, AnswerComparison comparison) {
        boolean in = admitted(blue) && admitted(green);
        return new ProbeResult(probe, comparison.differences(blue, green), in);
    }

    private static boolean admitted(Answer answer) {
        return answer.status() != 401 && answer.status() != 403;
    }
}
