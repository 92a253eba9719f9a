package io.silverback.kong.apply;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminApiException;
import io.silverback.kong.apply.EntityResult.Outcome;
import io.silverback.kong.diff.Change;
import io.silverback.kong.diff.Diff;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Carries a diff out on one gateway. */
public final class GatewayWriter {
    private final AdminApi api;
    private final Writes writes;
    private final WriteLimit limit;
    private final boolean stopOnError;

    /**
     * A writer.
     *
     * @param api in the diff's workspace, or at the root for {@code _estate}
     * @param limit of requests at once; learns from each
     * @param stopOnError whether nothing more is sent after a failure
     */
    public GatewayWriter(AdminApi api, Writes writes, WriteLimit limit, boolean stopOnError) {
        this.api = api.watched(limit::learn);
        this.writes = writes;
        this.limit = limit;
        this.stopOnError = stopOnError;
    }

    /**
     * What became of each change, as it becomes known. Nothing fails but the changes themselves.
     *
     * @param holds what does not serve before all that guards it is there
     */
    public Multi<EntityResult> apply(Diff diff, Holds holds) {
        AtomicBoolean stopped = new AtomicBoolean();
        List<Change> changes = diff.changes();
        int end = endOfWrites(changes);
        return Multi.createBy()
                .concatenating()
                .streams(
                        run(changes.subList(0, end), holds, stopped),
                        run(changes.subList(end, changes.size()), holds, stopped));
    }

    private Multi<EntityResult> run(List<Change> changes, Holds holds, AtomicBoolean stopped) {
        return Multi.createFrom()
                .emitter(
                        emitter ->
                                new Run(
                                                Schedule.of(changes, holds),
                                                task -> send(task, stopped),
                                                limit,
                                                emitter)
                                        .start());
    }

    private Uni<EntityResult> send(Task task, AtomicBoolean stopped) {
        EntityResult unsent = unsent(task, stopped.get());
        return unsent != null
                ? Uni.createFrom().item(unsent)
                : sent(task).invoke(result -> stop(result, stopped));
    }

    /** Why the task is not sent; null: it is. */
    private static @Nullable EntityResult unsent(Task task, boolean stopped) {
        Change change = task.change();
        EntityResult missing = task.missingGuard();
        if (missing != null && missing.change() == change) {
            return missing;
        }
        if (stopped) {
            return new EntityResult(change, Outcome.SKIPPED, "an earlier change failed");
        }
        return missing == null ? null : unguarded(change, missing);
    }

    private Uni<EntityResult> sent(Task task) {
        Change change = task.change();
        return Uni.createFrom()
                .deferred(() -> send(writes.of(task)))
                .replaceWith(() -> new EntityResult(change, outcome(change), null))
                .onFailure(AdminApiException.class)
                .recoverWithItem(failure -> failed(change, (AdminApiException) failure));
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

    private static EntityResult unguarded(Change change, EntityResult missing) {
        return new EntityResult(
                change,
                Outcome.FAILED,
                "it stays disabled, for " + missing.change().entity() + " is not there");
    }

    /** What is deleted for being extra goes last, when everything else is there. */
    private static int endOfWrites(List<Change> changes) {
        int end = changes.size();
        while (end > 0 && changes.get(end - 1) instanceof Change.Delete) {
            end--;
        }
        return end;
    }
}
