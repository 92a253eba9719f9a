package io.silverback.traffic.canary;

import java.time.Instant;

/** A router did not do what it was asked. */
public record Refusal(String router, String why, Instant at) {}
