package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a plan asks for; {@code auto} means rows where both databases are registered. */
public enum TransportChoice {
    @JsonProperty("auto")
    AUTO,
    @JsonProperty("rows")
    ROWS,
    @JsonProperty("admin-api")
    ADMIN_API
}
