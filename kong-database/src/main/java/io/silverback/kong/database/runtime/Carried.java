package io.silverback.kong.database.runtime;

import io.silverback.kong.database.check.RowFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one cycle did.
 *
 * @param rows new or changed on blue and now on green
 * @param lag how long the oldest of them had waited, since the cycle before at most; zero when
 *     there was none
 * @param upTo everything that was written before has been carried
 * @param left rows that can't be carried, with the reason
 */
public record Carried(int rows, Duration lag, Instant upTo, List<RowFinding> left) {}
