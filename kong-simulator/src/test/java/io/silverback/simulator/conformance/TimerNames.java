package io.silverback.simulator.conformance;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Timers without a name are called after the moment and the number of their start, which a gateway
 * generates: they are compared in the order of these numbers.
 */
final class TimerNames {
    private static final Pattern GENERATED =
            Pattern.compile("unix_timestamp=\\d{13}\\.\\d{6};counter=(\\d+):meta=debug off");

    private TimerNames() {}

    /** A body with ordinal numbers in place of generated names. */
    static String numbered(String body) {
        List<Long> counters =
                GENERATED
                        .matcher(body)
                        .results()
                        .map(TimerNames::counter)
                        .distinct()
                        .sorted()
                        .toList();
        return counters.isEmpty()
                ? body
                : GENERATED
                        .matcher(body)
                        .replaceAll(name -> "unnamed " + counters.indexOf(counter(name)));
    }

    private static Long counter(MatchResult name) {
        return Long.valueOf(name.group(1));
    }
}
