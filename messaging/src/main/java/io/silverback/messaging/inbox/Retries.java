package io.silverback.messaging.inbox;

import io.silverback.messaging.PermanentFailure;
import io.silverback.messaging.database.DatabaseFaults;
import io.silverback.messaging.event.Refused;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** How often a failed delivery is tried: for ever while a fault passes, a few times otherwise. */
public final class Retries {
    private static final int MOST_ATTEMPTS = 5;
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 5_000;

    private Retries() {}

    /** Whether the same record may succeed when tried again. */
    public static boolean isWorthwhile(Throwable failure) {
        return !(failure instanceof Refused || failure instanceof PermanentFailure);
    }

    /** Emits when to try again, and fails with the last failure when it is enough. */
    public static Multi<Long> schedule(Multi<Throwable> failures) {
        return failures.onItem()
                .scan(Try::first, Try::next)
                .skip()
                .first()
                .onItem()
                .transformToUniAndConcatenate(Retries::waitOrGiveUp);
    }

    /** One sentence for the dead letter; names classes, never values. */
    public static String reason(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused.reason();
        }
        if (failure instanceof PermanentFailure permanent) {
            return String.valueOf(permanent.getMessage());
        }
        return "handling it failed: " + failure.getClass().getSimpleName();
    }

    private static Uni<Long> waitOrGiveUp(Try last) {
        if (last.counted() >= MOST_ATTEMPTS) {
            return Uni.createFrom().failure(last.failure());
        }
        long wait = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(last.number() - 1, 10));
        return Uni.createFrom().item(wait).onItem().delayIt().by(Duration.ofMillis(wait));
    }

    /** The {@code number}-th failure; {@code counted} of them will not pass by themselves. */
    private record Try(int number, int counted, Throwable failure) {
        static Try first() {
            return new Try(0, 0, new IllegalStateException("not tried"));
        }

        Try next(Throwable failure) {
            int more = DatabaseFaults.isPassing(failure) ? 0 : 1;
            return new Try(number + 1, counted + more, failure);
        }
    }
}
