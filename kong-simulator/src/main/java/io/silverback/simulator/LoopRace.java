package io.silverback.simulator;

import io.silverback.simulator.entity.Race;
import io.silverback.simulator.store.Row;
import io.vertx.core.Vertx;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Calls race when their requests were there together: when one turn of the event loop reads them.
 * Who waits for an answer before the next call never races with himself.
 */
final class LoopRace implements Race {
    private final Vertx vertx;
    private final Set<Row> fresh = Collections.newSetFromMap(new IdentityHashMap<>());

    LoopRace(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public synchronized void written(Row row) {
        if (Vertx.currentContext() == null) {
            return;
        }
        if (fresh.isEmpty()) {
            vertx.runOnContext(turn -> forget());
        }
        fresh.add(row);
    }

    private synchronized void forget() {
        fresh.clear();
    }

    @Override
    public synchronized boolean hides(Row row) {
        return fresh.contains(row);
    }
}
