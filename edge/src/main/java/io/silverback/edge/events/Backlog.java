package io.silverback.edge.events;

import io.silverback.contracts.HealthEvent;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Events that wait for the broker: bounded, the newest kept, the dropped counted. */
final class Backlog {

    private final int capacity;
    private final LongAdder dropped = new LongAdder();
    private final ArrayDeque<HealthEvent> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();

    Backlog(int capacity) {
        this.capacity = capacity;
    }

    /** Adds the newest event, at the cost of the oldest. */
    void add(HealthEvent event) {
        lock.lock();
        try {
            if (waiting.size() == capacity) {
                waiting.removeFirst();
                dropped.increment();
            }
            waiting.addLast(event);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the oldest event, waiting for one no longer than {@code millis}. */
    @Nullable HealthEvent poll(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (waiting.isEmpty() && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return waiting.pollFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Puts back an event that could not be sent, unless newer ones have filled its place. */
    void giveBack(HealthEvent event) {
        lock.lock();
        try {
            if (waiting.size() == capacity) {
                dropped.increment();
            } else {
                waiting.addFirst(event);
            }
        } finally {
            lock.unlock();
        }
    }

    long dropped() {
        return dropped.sum();
    }
}
