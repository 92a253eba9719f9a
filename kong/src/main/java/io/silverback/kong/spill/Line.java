package io.silverback.kong.spill;

import java.util.List;

/**
 * One thing to sort.
 *
 * @param key compared part by part; what is shorter comes first
 * @param value may hold secrets
 */
public record Line(List<String> key, String value) implements Comparable<Line> {

    @Override
    public int compareTo(Line other) {
        int common = Math.min(key.size(), other.key.size());
        for (int part = 0; part < common; part++) {
            int order = key.get(part).compareTo(other.key.get(part));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(key.size(), other.key.size());
    }

    /** Whether the first {@code parts} parts of both keys are the same. */
    public boolean isBeside(Line other, int parts) {
        return key.subList(0, parts).equals(other.key.subList(0, parts));
    }

    /** An estimate of what it takes in memory. */
    int bytes() {
        return 120 + value.length() + key.stream().mapToInt(part -> 48 + part.length()).sum();
    }

    @Override
    public String toString() {
        return "line of " + bytes() + " bytes";
    }
}
