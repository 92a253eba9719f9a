package io.silverback.messaging.relay;

import io.silverback.messaging.database.Background;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.IntStream;

/** Keeps the outbox empty. Buckets of keys are passed over independently, each one at a time. */
@ApplicationScoped
public class Relay {
    /** As many as the outbox's trigger deals keys into. */
    static final int BUCKETS = 8;

    private final BucketPass pass;
    private final BucketLoop[] loops;

    /** Relays what {@code pass} finds. */
    public Relay(Background background, BucketPass pass) {
        this.pass = pass;
        this.loops =
                IntStream.range(0, BUCKETS)
                        .mapToObj(bucket -> new BucketLoop(bucket, background, pass))
                        .toArray(BucketLoop[]::new);
    }

    /** There may be something in {@code bucket}, or in any if it is empty. */
    public void wake(String bucket) {
        if (bucket.isEmpty()) {
            for (BucketLoop loop : loops) {
                loop.wake();
            }
        } else {
            loops[Integer.parseInt(bucket)].wake();
        }
    }

    /** Looks whether anything was left over. */
    public Uni<Void> poll() {
        return pass.waiting()
                .invoke(buckets -> buckets.forEach(b -> loops[b].wake()))
                .replaceWithVoid();
    }
}
