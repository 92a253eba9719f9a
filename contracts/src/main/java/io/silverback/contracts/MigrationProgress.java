package io.silverback.contracts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far a phase is; for a cutover, what has been seen so far.
 *
 * @param subjectId migration or cutover
 * @param phase a state's name, such as {@code dumping}
 * @param ratePerSecond units done in a second
 */
public record MigrationProgress(
        String subjectId,
        String subject,
        String phase,
        long done,
        long total,
        double ratePerSecond,
        @Nullable BigDecimal weight,
        @Nullable Evidence evidence)
        implements Event {}
