package io.silverback.simulator.proxy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts in the current period of each window; the node's own, whatever the policy. */
final class Counters {
    private static final int MANY = 100_000;

    private final Map<Key, AtomicLong> counts = new ConcurrentHashMap<>();

    private record Key(String what, Window window, long begin) {}

    /** How much was counted in the period of now. */
    AtomicLong of(String what, Window window, long now) {
        if (counts.size() > MANY) {
            counts.keySet().removeIf(key -> key.window().begin(now) != key.begin());
        }
        return counts.computeIfAbsent(
                new Key(what, window, window.begin(now)), any -> new AtomicLong());
    }
}
