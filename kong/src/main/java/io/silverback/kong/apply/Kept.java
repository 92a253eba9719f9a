package io.silverback.kong.apply;

import io.silverback.kong.state.Entity;
import io.silverback.kong.state.RunningFingerprint;

/** What is known of a collection while and after its entities go by. */
final class Kept {
    private final Collection collection;
    private final int round;
    private final RunningFingerprint fingerprint = new RunningFingerprint();

    /**
     * Nothing so far.
     *
     * @param round how often the collection was read before
     */
    Kept(Collection collection, int round) {
        this.collection = collection;
        this.round = round;
    }

    void add(Entity entity) {
        fingerprint.add(entity);
    }

    Collection collection() {
        return collection;
    }

    int round() {
        return round;
    }

    boolean hasFingerprint(String other) {
        return fingerprint.value().equals(other);
    }
}
