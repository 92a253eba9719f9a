package io.silverback.kong.apply;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminApiException;
import io.silverback.kong.apply.EntityResult.Outcome;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.diff.Change;
import io.silverback.kong.diff.Diff;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Carries a diff out on one gateway. */
public final class GatewayWriter {
    private final AdminApi api;
    private final Writes writes;
    private final int concurrency;
    private final boolean stopOnError;

    /**
     * A writer.
     *
     * @param api in the diff's workspace, or at the root for {@code _estate}
     * @param concurrency requests at once
     * @param stopOnError whether nothing more is sent after a failure
     */
    public GatewayWriter(AdminApi api, Writes writes, int concurrency, boolean stopOnError) {
        this.api = api;
        this.writes = writes;
        this.concurrency = concurrency;
        this.stopOnError = stopOnError;
    }

    /**
     * What became of each change, as it becomes known. Nothing fails but the changes themselves.
     */
    public Multi<EntityResult> apply(Diff diff) {
        AtomicBoolean stopped = new AtomicBoolean();
        return Multi.createFrom()
                .iterable(steps(diff.changes()))
                .onItem()
                .transformToMultiAndConcatenate(step -> apply(step, stopped));
    }

    private Multi<EntityResult> apply(List<Change> step, AtomicBoolean stopped) {
        return Multi.createFrom()
                .iterable(step)
                .onItem()
                .transformToUni(change -> apply(change, stopped))
                .merge(concurrency);
    }

    private Uni<EntityResult> apply(Change change, AtomicBoolean stopped) {
        if (stopped.get()) {
            return Uni.createFrom()
                    .item(new EntityResult(change, Outcome.SKIPPED, "an earlier change failed"));
        }
        return send(writes.of(change))
                .replaceWith(() -> new EntityResult(change, outcome(change), null))
                .onFailure(AdminApiException.class)
                .recoverWithItem(failure -> failed(change, (AdminApiException) failure))
                .invoke(result -> stop(result, stopped));
    }

    private void stop(EntityResult result, AtomicBoolean stopped) {
        if (stopOnError && result.outcome() == Outcome.FAILED) {
            stopped.set(true);
        }
    }

    private Uni<?> send(Write write) {
        return switch (write.verb()) {
            case PUT -> api.put(write.path(), write.body());
            case POST -> api.post(write.path(), write.body());
            case PATCH -> api.patch(write.path(), write.body());
            case DELETE -> api.delete(write.path());
        };
    }

    private static Outcome outcome(Change change) {
        if (change instanceof Change.Create) {
            return Outcome.CREATED;
        }
        return change instanceof Change.Update ? Outcome.UPDATED : Outcome.DELETED;
    }

    private static EntityResult failed(Change change, AdminApiException failure) {
        return new EntityResult(change, Outcome.FAILED, failure.getMessage());
    }

    /** Runs of changes that don't depend on each other. */
    private static List<List<Change>> steps(List<Change> changes) {
        List<List<Change>> steps = new ArrayList<>();
        String last = "";
        for (Change change : changes) {
            String step =
                    (change instanceof Change.Delete)
                            + " "
                            + Catalogue.kong().level(change.entity().type());
            if (!step.equals(last)) {
                steps.add(new ArrayList<>());
                last = step;
            }
            steps.get(steps.size() - 1).add(change);
        }
        return steps;
    }
}
