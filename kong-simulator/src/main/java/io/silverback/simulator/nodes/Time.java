package io.silverback.simulator.nodes;

import java.time.Clock;
import java.time.Duration;

/** The time that a simulated cluster lives by: real, or moved on by a test. */
public interface Time {
    /** What time it is. */
    Clock clock();

    /** Runs a task once, later. */
    void after(Duration delay, Runnable task);
}
