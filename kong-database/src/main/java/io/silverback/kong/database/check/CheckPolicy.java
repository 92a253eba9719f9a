package io.silverback.kong.database.check;

/**
 * What to do about each kind of finding.
 *
 * @param duplicates rows with the same unique key
 * @param unknown tables, columns and values without a counterpart
 * @param broken rows that PostgreSQL or Kong would refuse
 */
public record CheckPolicy(Decision duplicates, Decision unknown, Decision broken) {

    /** Any finding fails the load. */
    public static CheckPolicy strict() {
        return new CheckPolicy(Decision.FAIL, Decision.FAIL, Decision.FAIL);
    }

    Decision on(RowFinding.Kind kind) {
        return switch (kind) {
            case DUPLICATE -> duplicates;
            case NO_COUNTERPART, UNKNOWN_TABLE -> unknown;
            default -> broken;
        };
    }
}
