package io.silverback.simulator.faults;

import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Draws what happens to the requests that one setting is for. The seed gives each port a sequence
 * of its own, so that what other ports and other rules draw changes nothing.
 */
final class Dice {
    private final Setting setting;
    private final long seed;
    private final int place;
    private final Map<Integer, RandomGenerator> sequences = new ConcurrentHashMap<>();

    /**
     * At the beginning of all sequences.
     *
     * @param place of the setting among those with the same seed
     */
    Dice(Setting setting, long seed, int place) {
        this.setting = setting;
        this.seed = seed;
        this.place = place;
    }

    Fate draw(int port) {
        if (setting.isNone()) {
            return Fate.FINE;
        }
        RandomGenerator sequence = sequences.computeIfAbsent(port, this::sequence);
        synchronized (sequence) {
            return setting.draw(sequence);
        }
    }

    private RandomGenerator sequence(int port) {
        return new SplittableRandom(Objects.hash(seed, place, port));
    }

    Setting setting() {
        return setting;
    }
}
