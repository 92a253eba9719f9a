package io.silverback.traffic.router;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Green's share of the traffic, 0.00 to 100.00 per cent. */
public record Weight(@JsonValue BigDecimal percent) implements Comparable<Weight> {

    /** Everything on blue. */
    public static final Weight ZERO = new Weight(BigDecimal.ZERO);

    /** Everything on green. */
    public static final Weight FULL = new Weight(BigDecimal.valueOf(100));

    public Weight {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException(percent + " is no share in per cent");
        }
        percent = percent.setScale(2, RoundingMode.HALF_UP);
    }

    /** A weight as JSON has it. */
    @JsonCreator
    public static Weight of(BigDecimal percent) {
        return new Weight(percent);
    }

    /** A weight in whole per cent. */
    public static Weight of(int percent) {
        return new Weight(BigDecimal.valueOf(percent));
    }

    /** Whether green gets less than with {@code other}. */
    public boolean isBelow(Weight other) {
        return compareTo(other) < 0;
    }

    /** Whether green gets nothing. */
    public boolean isZero() {
        return percent.signum() == 0;
    }

    @Override
    public int compareTo(Weight other) {
        return percent.compareTo(other.percent);
    }

    /** Such as {@code 10 %}. */
    @Override
    public String toString() {
        BigDecimal plain = percent.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain)
                        .toPlainString()
                + " %";
    }
}
