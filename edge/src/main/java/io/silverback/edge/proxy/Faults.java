package io.silverback.edge.proxy;

import io.silverback.edge.problem.Problem;
import io.silverback.edge.routing.Colour;

/** What the edge answers in place of an upstream. */
final class Faults {

    private Faults() {}

    static Problem noAnswer(Colour colour) {
        return new Problem(
                "upstream-failed",
                "The upstream could not be reached or broke the connection",
                502,
                colour.label() + " gave no answer");
    }

    static Problem tooLate(Colour colour) {
        return new Problem(
                "upstream-too-slow",
                "The upstream did not answer in time",
                504,
                colour.label() + " gave no answer in time");
    }
}
