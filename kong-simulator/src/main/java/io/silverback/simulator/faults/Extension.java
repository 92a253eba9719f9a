package io.silverback.simulator.faults;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the control endpoint. */
public interface Extension {
    /** The answer; null when this part has nothing under that path. */
    @Nullable Object answer(String method, List<String> path, byte[] body);
}
