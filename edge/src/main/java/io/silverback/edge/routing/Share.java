package io.silverback.edge.routing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Green's share of the requests, from 0.00 to 100.00 per cent in steps of a hundredth.
 *
 * @param hundredths hundredths of a per cent, 0 to {@link #BUCKETS}
 */
public record Share(int hundredths) {

    /** How many buckets requests fall into; a share is a number of them. */
    public static final int BUCKETS = 10_000;

    /** Everything stays on blue. */
    public static final Share NONE = new Share(0);

    public Share {
        if (hundredths < 0 || hundredths > BUCKETS) {
            throw new IllegalArgumentException("a share is between 0.00 and 100.00 per cent");
        }
    }

    /**
     * The share of {@code percent}.
     *
     * @throws IllegalArgumentException outside 0.00 to 100.00, or finer than a hundredth
     */
    public static Share ofPercent(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("a share is between 0.00 and 100.00 per cent");
        }
        BigDecimal hundredths = percent.movePointRight(2).stripTrailingZeros();
        if (hundredths.scale() > 0) {
            throw new IllegalArgumentException("a share has at most two decimals");
        }
        return new Share(hundredths.intValueExact());
    }

    /** The share in per cent with two decimals. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(hundredths, 2).setScale(2, RoundingMode.UNNECESSARY);
    }

    /** The colour of bucket {@code bucket}: a larger share keeps every bucket it already had. */
    public Colour colourOf(int bucket) {
        return bucket < hundredths ? Colour.GREEN : Colour.BLUE;
    }
}
