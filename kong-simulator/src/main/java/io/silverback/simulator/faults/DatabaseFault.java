package io.silverback.simulator.faults;

/** Whether the Admin API reaches its database. The proxy goes on with what it has cached. */
public final class DatabaseFault {
    private static final long KONGS_PATIENCE = 60_000;

    private volatile State state = State.UP;
    private volatile long patience = KONGS_PATIENCE;

    /** What can be wrong with the database. */
    public enum State {
        /** It answers. */
        UP,
        /** It takes connections and never answers: calls fail after a minute. */
        FROZEN,
        /** It refuses connections: calls fail at once. */
        STOPPED
    }

    /** What is wrong now. */
    public State state() {
        return state;
    }

    /** How long a call to a frozen database waits, in milliseconds. */
    public long patience() {
        return patience;
    }

    void set(State changed, long patienceMillis) {
        patience = patienceMillis > 0 ? patienceMillis : KONGS_PATIENCE;
        state = changed;
    }
}
