package io.silverback.simulator.conformance;

/** Whoever answers requests: the simulator, or one whose answers are spoilt on purpose. */
@FunctionalInterface
interface Gateway {
    Exchange.Answer answer(Exchange.Asked asked);
}
