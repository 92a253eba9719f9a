package io.silverback.console.api;

import io.silverback.console.plan.Plan;
import io.silverback.console.plan.Remark;
import io.silverback.console.plans.Requests;
import io.silverback.contracts.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a submitted plan became; without ids where it was only checked. */
public record Submission(
        @Nullable String planId,
        String name,
        String planHash,
        Mode mode,
        List<Migration> migrations,
        List<Cutover> cutovers,
        List<Remark> warnings) {

    /** A migration and its workspace. */
    public record Migration(@Nullable String id, String workspace) {}

    /** A cutover and its name. */
    public record Cutover(@Nullable String id, String name) {}

    static Submission of(Plan plan, Requests requests, List<Remark> warnings) {
        return new Submission(
                requests.planId(),
                plan.name(),
                plan.hash(),
                plan.mode(),
                requests.migrations().stream()
                        .map(m -> new Migration(m.migrationId(), m.workspace()))
                        .toList(),
                requests.cutovers().stream()
                        .map(c -> new Cutover(c.cutoverId(), c.name()))
                        .toList(),
                warnings);
    }

    Submission withoutIds() {
        return new Submission(
                null,
                name,
                planHash,
                mode,
                migrations.stream().map(m -> new Migration(null, m.workspace())).toList(),
                cutovers.stream().map(c -> new Cutover(null, c.name())).toList(),
                warnings);
    }
}
