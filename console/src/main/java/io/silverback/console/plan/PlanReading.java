package io.silverback.console.plan;

import java.util.List;

/** What came of reading a plan: accepted, perhaps with warnings, or refused with every error. */
public sealed interface PlanReading {

    /** The plan can be carried out; the warnings say what of it is not carried out yet. */
    record Accepted(Plan plan, List<Remark> warnings) implements PlanReading {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** The plan is not carried out at all. */
    record Refused(List<Remark> errors) implements PlanReading {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
