package io.silverback.console.api;

import org.jspecify.annotations.Nullable;

/** Who asks: the header, and a body that says nothing else. */
final class Actors {

    private Actors() {}

    static String agreed(String header, @Nullable String body) {
        if (body != null && !body.equals(header)) {
            throw Problem.requestRefused("by must equal the header " + Guard.ACTOR).refusal();
        }
        return header;
    }

    static <T> T required(@Nullable T value, String field) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw Problem.requestRefused(field + " is missing").refusal();
        }
        return value;
    }
}
