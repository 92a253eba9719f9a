package io.silverback.verify.comparison;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

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

    /** Whether a limit on requests was reached (429). */
    boolean isLimited() {
        return status == 429;
    }

    /** What {@code Retry-After} asks for where it is a number of seconds (RFC 9110, 10.2.3). */
    Optional<Duration> retryAfter() {
        String seconds = headers.getOrDefault("retry-after", "");
        return seconds.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
                : Optional.empty();
    }

    /** Without headers and body: they may hold what clients only may see. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
