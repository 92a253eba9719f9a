package io.silverback.traffic.health;

import io.silverback.contracts.HealthEvent;
import io.silverback.contracts.HealthPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one instance has seen of one cutover since its present step began. Kept in memory only:
 * whoever restarts begins without evidence.
 */
public final class Watch {

    private static final int REMEMBERED_WINDOWS = 2048;

    private final Subject subject;
    private final Judge judge;
    private final Hearing hearing;
    private final RuntimeLag lag;
    private final Duration latencyFloor;
    private final Map<String, Comparison> bySource = new HashMap<>();
    private final Map<String, MonitorWord> words = new HashMap<>();
    private final Set<Window.Key> seen = Collections.newSetFromMap(new Recent());
    private Instant since;

    /** What is watched: two gateways behind some routers, and what the plan asks of them. */
    public record Subject(
            String blue,
            String green,
            List<String> routers,
            HealthPolicy policy,
            RuntimeLag.Limit runtime) {
        public Subject {
            routers = List.copyOf(routers);
        }
    }

    /** A monitor's last plain word on green. */
    record MonitorWord(HealthEvent.Verdict verdict, String reason, Instant heardAt) {}

    /** Begins to listen at {@code now}. */
    public Watch(Subject subject, HealthConfig config, Instant now) {
        this.subject = subject;
        this.judge = new Judge(subject.policy(), config.stale());
        this.latencyFloor = config.latencyFloor();
        this.hearing = new Hearing(subject.policy().requiredSources(), now);
        this.lag = new RuntimeLag(subject.runtime());
        this.since = now;
    }

    /** A step began at {@code start}: what was seen before says nothing of it. */
    public synchronized void startAt(Instant start) {
        if (!start.equals(since)) {
            since = start;
            bySource.clear();
        }
    }

    /** Takes in an event that concerns one of the two gateways; repeated ones are dropped. */
    public synchronized void see(HealthEvent event, Instant now) {
        if (event.runtimeLagSeconds() != null) {
            lag.see(event, now);
            return;
        }
        Window window = Window.of(event);
        if (!concerns(window) || !seen.add(window.key())) {
            return;
        }
        hearing.hear(event.source(), now);
        take(window);
        HealthEvent.Verdict verdict = event.verdict();
        if (verdict != null && window.gateway().equals(subject.green())) {
            String reason = event.reason() == null ? "without a reason" : event.reason();
            words.put(event.source(), new MonitorWord(verdict, reason, now));
        }
    }

    /** The verdict at {@code now} on a step that asks for {@code needed} requests on green. */
    public synchronized Verdict verdict(long needed, Instant now) {
        return judge.verdict(
                new Judge.Findings(
                        since,
                        now,
                        needed,
                        List.copyOf(bySource.values()),
                        Map.copyOf(words),
                        hearing.longestSilence(now),
                        lag.tooFarBehind(now)));
    }

    private boolean concerns(Window window) {
        boolean ours =
                window.gateway().equals(subject.green()) || window.gateway().equals(subject.blue());
        return ours && (window.router() == null || subject.routers().contains(window.router()));
    }

    private void take(Window window) {
        if (window.from().isBefore(since)) {
            return;
        }
        Comparison comparison =
                bySource.computeIfAbsent(
                        window.source(),
                        source -> new Comparison(subject.policy(), latencyFloor.toMillis()));
        if (window.gateway().equals(subject.green())) {
            comparison.seeGreen(window);
        } else {
            comparison.seeBlue(window);
        }
    }

    /** Forgets the eldest windows first. */
    private static final class Recent extends LinkedHashMap<Window.Key, Boolean> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Window.Key, Boolean> eldest) {
            return size() > REMEMBERED_WINDOWS;
        }
    }
}
