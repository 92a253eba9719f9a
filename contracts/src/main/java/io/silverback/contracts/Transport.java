package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How configuration travels, as decided at preflight. */
public enum Transport {
    @JsonProperty("rows")
    ROWS,
    @JsonProperty("admin-api")
    ADMIN_API
}
