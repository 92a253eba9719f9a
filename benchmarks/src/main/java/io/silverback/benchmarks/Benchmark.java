package io.silverback.benchmarks;

import io.silverback.quickstart.environment.CannotStart;
import java.io.IOException;
import java.util.List;

/** Measures some figures of one kind. */
interface Benchmark {

    /** The name by which it is called. */
    String name();

    /**
     * Measures.
     *
     * @param quick small sizes, the same code
     */
    List<Figure> measure(boolean quick) throws CannotStart, IOException, InterruptedException;
}
