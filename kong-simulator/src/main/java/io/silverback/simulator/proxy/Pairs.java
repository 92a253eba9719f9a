package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import java.util.List;
import java.util.stream.Stream;

/** The {@code name:value} entries of a transformer's rule. */
final class Pairs {
    private Pairs() {}

    record Pair(String name, String value) {}

    /** Entries with a value: those without one do nothing. */
    static List<Pair> of(Document config, String rule, String part) {
        return entries(config, rule, part)
                .map(entry -> entry.split(":", 2))
                .filter(parts -> parts.length == 2 && !parts[1].isEmpty())
                .map(parts -> new Pair(parts[0], parts[1]))
                .toList();
    }

    /** Entries that are names only. */
    static List<String> names(Document config, String rule, String part) {
        return entries(config, rule, part).map(entry -> entry.split(":", 2)[0]).toList();
    }

    private static Stream<String> entries(Document config, String rule, String part) {
        return config.document(rule).list(part).stream().map(String::valueOf);
    }
}
