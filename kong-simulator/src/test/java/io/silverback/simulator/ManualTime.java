package io.silverback.simulator;

import io.silverback.simulator.nodes.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stands still until a test moves it on; what is due runs then, in the test's thread. */
final class ManualTime extends StoppedClock implements Time {
    private record Task(Instant due, Runnable work) {}

    private final List<Task> tasks = new ArrayList<>();

    ManualTime() {
        super(Instant.parse("2026-11-22T12:00:00Z"));
    }

    synchronized void advance(Duration duration) {
        Instant end = instant().plus(duration);
        Task next = next(end);
        while (next != null) {
            set(next.due());
            tasks.remove(next);
            next.work().run();
            next = next(end);
        }
        set(end);
    }

    private Task next(Instant end) {
        return tasks.stream()
                .filter(task -> !task.due().isAfter(end))
                .min(Comparator.comparing(Task::due))
                .orElse(null);
    }

    @Override
    public Clock clock() {
        return this;
    }

    @Override
    public synchronized void after(Duration delay, Runnable task) {
        tasks.add(new Task(instant().plus(delay), task));
    }
}
