package io.silverback.console.stream;

import io.silverback.messaging.Envelope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells everybody who watches this instance that there is something new. */
@ApplicationScoped
public class Live {
    private final BroadcastProcessor<Boolean> wakeups = BroadcastProcessor.create();
    private final BroadcastProcessor<StreamEvent> measurements = BroadcastProcessor.create();

    /** Something was appended to the log. */
    public void wake() {
        wakeups.onNext(true);
    }

    /** A measurement was heard. */
    public void show(Envelope<?> measurement) {
        measurements.onNext(StreamEvent.of(measurement));
    }

    Multi<Boolean> wakeups() {
        return wakeups.onOverflow().dropPreviousItems();
    }

    Multi<StreamEvent> measurements() {
        return measurements.onOverflow().buffer(256).onFailure().recoverWithCompletion();
    }
}
