package io.silverback.traffic.canary;

import io.silverback.traffic.health.Verdict;
import java.time.Instant;

/** A verdict on green, and the moment at which it counts. */
public record Judgement(Verdict verdict, Instant at) {}
