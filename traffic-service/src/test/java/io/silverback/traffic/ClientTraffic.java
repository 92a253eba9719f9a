package io.silverback.traffic;

import io.silverback.contracts.HealthEvent;
import io.silverback.messaging.testing.Topics;
import io.silverback.traffic.canary.Samples;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What an edge would say of 500 requests a second, split by the fake edge's weight. */
final class ClientTraffic implements AutoCloseable {

    private static final int WINDOW_MILLIS = 200;
    private static final int REQUESTS = 100;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Topics topics;
    private volatile double greenErrorRate;
    private volatile boolean silent;

    ClientTraffic(Topics topics) {
        this.topics = topics;
        clock.scheduleAtFixedRate(this::tell, 0, WINDOW_MILLIS, TimeUnit.MILLISECONDS);
    }

    void breakGreen() {
        greenErrorRate = 1;
    }

    void fallSilent() {
        silent = true;
    }

    private void tell() {
        if (silent) {
            return;
        }
        Instant from = Instant.now().minusMillis(WINDOW_MILLIS);
        double weight = FakeEdge.weight().doubleValue();
        long green = weight == 0 ? 0 : Math.max(10, Math.round(REQUESTS * weight / 100));
        send(Samples.window("blue", from, REQUESTS - green, 0, 5));
        send(Samples.window("green", from, green, Math.round(green * greenErrorRate), 5));
    }

    private void send(HealthEvent window) {
        topics.publish("edge", window.gateway(), window.gateway(), window);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
