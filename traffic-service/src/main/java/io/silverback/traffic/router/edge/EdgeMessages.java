package io.silverback.traffic.router.edge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bodies of the edge's admin API. */
final class EdgeMessages {

    /** Asked of {@code PUT /weight}; no lease means for good. */
    record WeightOrder(BigDecimal green, @Nullable Long leaseSeconds, String onLeaseEnd) {}

    /** Asked of {@code POST /lease}. */
    record LeaseOrder(long leaseSeconds) {}

    /** What {@code /weight} and {@code /lease} answer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record WeightAnswer(BigDecimal green) {}

    /** What {@code /observed} answers. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Observed(
            Instant at,
            Colours openStreams,
            @Nullable Instant lastGreenRequestAt,
            Colours requests) {}

    /** A count for each colour. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Colours(long blue, long green) {}

    private EdgeMessages() {}
}
