package io.silverback.traffic.canary;

import io.silverback.traffic.router.Weight;
import java.time.Instant;

/** What the router that gives green the least was found to give. */
public record Found(String router, Weight weight, Instant at) {}
