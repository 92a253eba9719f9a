package io.silverback.verify.comparison;

import java.util.Map;

/**
 * What a gateway answered.
 *
 * @param headers by lower-case name
 * @param body as text; empty where there was none
 */
public record Answer(int status, Map<String, String> headers, String body) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** Without headers and body: they may hold what clients only may see. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
