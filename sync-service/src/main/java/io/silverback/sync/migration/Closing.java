package io.silverback.sync.migration;

import io.silverback.contracts.Event;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Rollback;
import io.silverback.contracts.SyncPolicy;
import io.silverback.messaging.Order;
import java.util.Map;

/** How an open migration ends, by its own failure or by somebody's word. */
final class Closing {

    private Closing() {}

    /** Its own job says so, which ends with it: nothing is cancelled. */
    static Decision failed(Migration from, MigrationRequested request, Failure failure) {
        boolean undo = from.generation() > 0 && request.sync().onError() == SyncPolicy.OnError.UNDO;
        return undo ? undone(from, request, failure) : stopped(from, request, failure);
    }

    private static Decision undone(Migration from, MigrationRequested request, Failure failure) {
        return Decision.to(
                new CleaningUp(from.generation()),
                publish(request, rollback(from, request, failure)),
                publish(request, ended(from, request, failure)),
                new Order.Enqueue(CleaningUp.JOB, request.migrationId(), from.generation()));
    }

    private static Decision stopped(Migration from, MigrationRequested request, Failure failure) {
        return Decision.to(
                new Closed(Outcome.FAILED, from.word(), failure.reason(), from.generation()),
                publish(request, rollback(from, request, failure)),
                publish(request, ended(from, request, failure)));
    }

    /** Traffic was never on what is left: there is nothing to give back, but somebody must know. */
    static Decision notCleanedUp(Migration from, MigrationRequested request, Failure failure) {
        return Decision.to(
                new Closed(Outcome.FAILED, from.word(), failure.reason(), from.generation()),
                publish(request, ended(from, request, failure)));
    }

    static Decision ended(
            Migration from, MigrationRequested request, Outcome outcome, String reason) {
        return Decision.to(
                new Closed(outcome, from.word(), reason, from.generation()),
                new Order.Cancel(request.migrationId()));
    }

    private static Order publish(MigrationRequested request, Event event) {
        return new Order.Publish(request.migrationId(), request.workspace(), event);
    }

    private static Rollback rollback(Migration from, MigrationRequested request, Failure failure) {
        return new Rollback(
                request.migrationId(),
                null,
                Map.of(request.migrationId(), from.generation()),
                from.word(),
                failure.reason(),
                null,
                "sync",
                false);
    }

    private static MigrationEnded ended(
            Migration from, MigrationRequested request, Failure failure) {
        return new MigrationEnded(
                request.migrationId(),
                request.workspace(),
                request.planHash(),
                from.generation(),
                Outcome.FAILED,
                failure.field(),
                failure.reason());
    }
}
