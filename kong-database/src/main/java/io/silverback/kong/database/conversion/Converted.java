package io.silverback.kong.database.conversion;

import io.silverback.kong.database.row.TargetRow;
import java.util.List;

/** A row for PostgreSQL and what was wrong with the one that it came from. */
public record Converted(TargetRow row, List<ValueProblem> problems) {

    /** Whether nothing forbids to load it. */
    public boolean isSound() {
        return problems.stream().allMatch(ValueProblem::isHarmless);
    }
}
