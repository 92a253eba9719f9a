package io.silverback.kong.database.check;

import java.util.ArrayList;
import java.util.List;

/** Collects findings and what becomes of their rows. */
final class Findings {

    private final CheckPolicy policy;
    private final List<RowFinding> findings = new ArrayList<>();
    private final Skips skips = new Skips();

    Findings(CheckPolicy policy) {
        this.policy = policy;
    }

    /** A row that is refused or left out. */
    void unfit(RowFinding.Kind kind, String table, int position, String id, String detail) {
        skips.add(table, position);
        RowFinding.Outcome outcome =
                policy.on(kind) == Decision.FAIL
                        ? RowFinding.Outcome.REFUSED
                        : RowFinding.Outcome.SKIPPED;
        findings.add(new RowFinding(kind, table, id, detail, kind.proposal(), outcome));
    }

    /** A row that is loaded all the same, unless the policy fails on such. */
    void noted(RowFinding.Kind kind, String table, String id, String detail, boolean harmless) {
        RowFinding.Outcome outcome =
                !harmless && policy.on(kind) == Decision.FAIL
                        ? RowFinding.Outcome.REFUSED
                        : RowFinding.Outcome.LOADED;
        findings.add(new RowFinding(kind, table, id, detail, kind.proposal(), outcome));
    }

    /** A whole table. */
    void table(RowFinding.Kind kind, String table, String detail) {
        RowFinding.Outcome outcome =
                policy.on(kind) == Decision.FAIL
                        ? RowFinding.Outcome.REFUSED
                        : RowFinding.Outcome.SKIPPED;
        findings.add(new RowFinding(kind, table, "", detail, kind.proposal(), outcome));
    }

    Decision duplicates() {
        return policy.duplicates();
    }

    Skips skips() {
        return skips;
    }

    List<RowFinding> all() {
        return List.copyOf(findings);
    }
}
