package io.silverback.kong.database.check;

import java.util.List;
import java.util.Map;

/**
 * What a check found.
 *
 * @param findings of estate and rows, in reading order
 * @param skips rows that are left out
 * @param rows how many will be loaded, by table
 */
public record CheckReport(
        List<EstateFinding> estate,
        List<RowFinding> findings,
        Skips skips,
        Map<String, Integer> rows) {

    /** Whether the load may begin. */
    public boolean isPassed() {
        return estate.isEmpty()
                && findings.stream().noneMatch(f -> f.outcome() == RowFinding.Outcome.REFUSED);
    }
}
