package io.silverback.simulator.conformance;

import org.jspecify.annotations.Nullable;

/** How much of a recording must agree, in per cent; null where it is only reported. */
final class Floor {
    private Floor() {}

    static @Nullable Double of(Recording recording) {
        return switch (recording.version()) {
            case "3.3.1" -> recording.name().contains("estate") ? 100.0 : 97.0;
            case "2.8.5" -> 90.0;
            default -> null;
        };
    }
}
