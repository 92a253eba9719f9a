package io.silverback.messaging.relay;

import io.silverback.messaging.database.Background;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Passes over one bucket while it is woken, never twice at once. */
final class BucketLoop {
    private static final Logger LOG = Logger.getLogger(BucketLoop.class);

    private enum State {
        IDLE,
        RUNNING,
        WOKEN_WHILE_RUNNING
    }

    private final int bucket;
    private final Background background;
    private final BucketPass pass;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    BucketLoop(int bucket, Background background, BucketPass pass) {
        this.bucket = bucket;
        this.background = background;
        this.pass = pass;
    }

    void wake() {
        State before =
                state.getAndUpdate(
                        now -> now == State.IDLE ? State.RUNNING : State.WOKEN_WHILE_RUNNING);
        if (before == State.IDLE) {
            background.start("Outbox relay", this::run);
        }
    }

    private Uni<Void> run() {
        state.set(State.RUNNING);
        return pass.over(bucket)
                .onFailure()
                .invoke(cause -> LOG.warnf("Relay of bucket %d: %s", bucket, cause.getMessage()))
                .onFailure()
                .recoverWithItem(BucketPass.Outcome.NOTHING_MORE)
                .chain(this::next);
    }

    private Uni<Void> next(BucketPass.Outcome outcome) {
        boolean done =
                outcome == BucketPass.Outcome.NOTHING_MORE
                        && state.compareAndSet(State.RUNNING, State.IDLE);
        if (!done) {
            background.start("Outbox relay", this::run);
        }
        return Uni.createFrom().voidItem();
    }
}
