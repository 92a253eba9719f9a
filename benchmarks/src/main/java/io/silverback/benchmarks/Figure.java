package io.silverback.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One measured figure.
 *
 * @param target the bound it is held to
 * @param size what was measured, such as {@code 200 rollbacks}
 */
record Figure(
        String benchmark, String figure, double value, String unit, Bound target, String size) {

    /** An upper bound, strict or not. */
    record Bound(double limit, boolean strict) {

        static Bound below(double limit) {
            return new Bound(limit, true);
        }

        static Bound atMost(double limit) {
            return new Bound(limit, false);
        }

        boolean isMet(double value) {
            return strict ? value < limit : value <= limit;
        }

        @Override
        public String toString() {
            return (strict ? "< " : "<= ") + limit;
        }
    }

    String json() {
        ObjectNode line = new ObjectMapper().createObjectNode();
        line.put("benchmark", benchmark).put("figure", figure);
        line.put("value", Math.round(value * 1000) / 1000.0).put("unit", unit);
        line.put("target", target.toString()).put("met", target.isMet(value));
        return line.put("size", size).toString();
    }
}
