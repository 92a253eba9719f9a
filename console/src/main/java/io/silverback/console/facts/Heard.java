package io.silverback.console.facts;

import io.silverback.contracts.Event;
import java.time.Instant;

/** One event, its generation and when the broker appended it. */
public record Heard<E extends Event>(E event, long generation, Instant at) {}
