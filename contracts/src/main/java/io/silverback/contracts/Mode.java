package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a plan is for: moving for good, or trying everything but the traffic. */
public enum Mode {
    @JsonProperty("migrate")
    MIGRATE,
    @JsonProperty("rehearsal")
    REHEARSAL
}
