package io.silverback.contracts;

import java.util.Map;

/** The soak is over: blue may be taken down for these migrations' clients. */
public record CutoverCompleted(
        String cutoverId, String name, String planHash, Map<String, Long> generations)
        implements Event {

    public CutoverCompleted {
        generations = Map.copyOf(generations);
    }
}
