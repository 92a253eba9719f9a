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

    /** What a value is held to; without one it is measured only. */
    record Bound(Kind kind, double limit) {

        /** The ways in which a value can be bound. */
        enum Kind {
            BELOW("< "),
            AT_MOST("<= "),
            AT_LEAST(">= "),
            NONE("none");

            private final String sign;

            Kind(String sign) {
                this.sign = sign;
            }
        }

        static Bound below(double limit) {
            return new Bound(Kind.BELOW, limit);
        }

        static Bound atMost(double limit) {
            return new Bound(Kind.AT_MOST, limit);
        }

        static Bound atLeast(double limit) {
            return new Bound(Kind.AT_LEAST, limit);
        }

        static Bound none() {
            return new Bound(Kind.NONE, 0);
        }

        boolean isMet(double value) {
            return switch (kind) {
                case BELOW -> value < limit;
                case AT_MOST -> value <= limit;
                case AT_LEAST -> value >= limit;
                case NONE -> true;
            };
        }

        @Override
        public String toString() {
            return kind == Kind.NONE ? kind.sign : kind.sign + limit;
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
