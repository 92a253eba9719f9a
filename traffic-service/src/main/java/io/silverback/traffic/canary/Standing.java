package io.silverback.traffic.canary;

import io.silverback.traffic.router.Weight;
import java.time.Instant;

/**
 * The step that a cutover has reached.
 *
 * @param step from 1; 0 before the first
 * @param weight what green gets at it
 * @param since when its evidence begins
 */
public record Standing(int step, Weight weight, Instant since) {}
