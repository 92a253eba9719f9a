package io.silverback.verify.comparison;

import io.silverback.verify.probing.Probe;
import java.util.ArrayList;
import java.util.List;

/**
 * One probe's outcome.
 *
 * @param differences empty where both sides answered alike
 * @param loggedIn whether both sides let the probe's credential in
 * @param limited whether only one side would answer: the other had had too many requests (429)
 */
public record ProbeResult(
        Probe probe, List<String> differences, boolean loggedIn, boolean limited) {

    public ProbeResult {
        differences = List.copyOf(differences);
    }

    /** Of a probe whose answers could not be compared within a limit on requests. */
    static ProbeResult limited(Probe probe) {
        return new ProbeResult(probe, List.of(), false, true);
    }

    /** From blue's answers and green's: where blue differs from itself nothing is compared. */
    public static ProbeResult of(
            Probe probe, List<Answer> blues, Answer green, AnswerComparison comparison) {
        Answer blue = blues.get(0);
        List<String> differences = new ArrayList<>(comparison.differences(blue, green));
        blues.stream()
                .filter(again -> again.isLimited() == blue.isLimited())
                .forEach(again -> differences.removeAll(comparison.differences(blue, again)));
        return new ProbeResult(probe, differences, admitted(blue) && admitted(green), false);
    }

    private static boolean admitted(Answer answer) {
        return answer.status() != 401 && answer.status() != 403;
    }
}
