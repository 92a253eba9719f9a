package io.silverback.dump.migration;

import io.silverback.contracts.Event;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Rollback;
import io.silverback.messaging.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How an open migration ends, by its own failure or by somebody's word. */
final class Closing {

    private Closing() {}

    /** Its own job says so, which ends with it: nothing is cancelled. */
    static Decision failed(Migration from, MigrationRequested request, Failure failure) {
        List<Order> orders = new ArrayList<>();
        if (!failure.asked()) {
            orders.add(publish(request, rollback(from, request, failure)));
        }
        orders.add(publish(request, ended(from, request, failure)));
        Closed closed =
                new Closed(Outcome.FAILED, from.word(), failure.reason(), from.generation());
        return new Decision(closed, orders);
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
                "dump",
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
