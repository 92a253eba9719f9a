package io.silverback.simulator;

import io.silverback.simulator.nodes.ClusterEvent;
import io.silverback.simulator.nodes.ClusterEvents;
import io.silverback.simulator.nodes.Time;
import io.silverback.simulator.store.DatabaseFailure;
import io.silverback.simulator.store.postgres.EventRows;
import java.lang.System.Logger;
import java.time.Duration;

/** Reads the rows of {@code cluster_events} again and again, for all nodes. */
record EventPoll(EventRows rows, ClusterEvents events, Time time, Duration interval) {
    private static final Logger LOG = System.getLogger(EventPoll.class.getName());
    private static final Duration SHORTEST = Duration.ofMillis(10);

    void next() {
        time.after(interval.compareTo(SHORTEST) < 0 ? SHORTEST : interval, this::read);
    }

    private void read() {
        try {
            rows.read().forEach(row -> events.deliver(new ClusterEvent(row.channel(), row.data())));
        } catch (DatabaseFailure failure) {
            LOG.log(Logger.Level.DEBUG, "The events are read later", failure);
        }
        next();
    }
}
