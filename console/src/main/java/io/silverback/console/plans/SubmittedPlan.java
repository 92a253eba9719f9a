package io.silverback.console.plans;

import io.silverback.console.plan.Remark;
import io.silverback.contracts.Mode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan that was accepted.
 *
 * @param submittedBy opaque actor id; unknown for a plan that was only heard of
 * @param warnings what of it is not carried out
 */
public record SubmittedPlan(
        String id,
        String name,
        String planHash,
        @Nullable String change,
        Mode mode,
        String blue,
        String green,
        @Nullable String submittedBy,
        Instant submittedAt,
        List<Remark> warnings) {

    public SubmittedPlan {
        warnings = List.copyOf(warnings);
    }
}
