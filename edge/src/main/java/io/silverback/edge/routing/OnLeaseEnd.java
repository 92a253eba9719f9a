package io.silverback.edge.routing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of green's share when nobody renews its lease. */
public enum OnLeaseEnd {
    /** The share stays as it is. */
    @JsonProperty("hold")
    HOLD,
    /** Everything goes back to blue. */
    @JsonProperty("blue")
    BLUE
}
