package io.silverback.simulator.proxy;

import java.util.Map;
import java.util.TreeMap;

/** Metrics in Prometheus' text format: in the order of their names, each with kind and meaning. */
final class Exposition {
    private final Map<String, StringBuilder> families = new TreeMap<>();

    /** Begins a metric. */
    Exposition family(String name, String kind, String meaning) {
        families.computeIfAbsent(name, any -> new StringBuilder())
                .append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, meaning, name, kind));
        return this;
    }

    /** Adds a value to a metric that has begun; without labels when there are none. */
    Exposition add(String family, String labels, Object value) {
        return add(family, "", labels, value);
    }

    /** As above, under the metric's name with an ending. */
    Exposition add(String family, String ending, String labels, Object value) {
        StringBuilder out = families.computeIfAbsent(family, any -> new StringBuilder());
        out.append(family).append(ending);
        if (!labels.isEmpty()) {
            out.append('{').append(labels).append('}');
        }
        out.append(' ').append(value).append('\n');
        return this;
    }

    String text() {
        StringBuilder all = new StringBuilder();
        families.values().forEach(all::append);
        return all.toString();
    }
}
