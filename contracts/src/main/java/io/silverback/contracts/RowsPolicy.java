package io.silverback.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * How blue's rows are read, and what is done about those that green can't take as they are.
 *
 * @param read how many replicas must answer; Kong writes to one
 * @param unknown tables, columns and values without a counterpart on green
 * @param duplicates rows with the same unique key
 * @param maxLag how far tokens and sessions on green may be behind blue before a cutover stands
 *     still
 */
public record RowsPolicy(Read read, Unknown unknown, Duplicates duplicates, Duration maxLag) {

    /** Consistency of a read, by Cassandra's names. */
    public enum Read {
        ALL,
        QUORUM,
        LOCAL_QUORUM,
        ONE,
        LOCAL_ONE
    }

    /** What becomes of what green has no place for. */
    public enum Unknown {
        @JsonProperty("fail")
        FAIL,
        @JsonProperty("skip")
        SKIP
    }

    /** What becomes of rows with the same unique key. */
    public enum Duplicates {
        @JsonProperty("fail")
        FAIL,
        @JsonProperty("newest")
        NEWEST,
        @JsonProperty("skip")
        SKIP
    }

    /** What holds where the plan is silent. */
    public static final RowsPolicy DEFAULT =
            new RowsPolicy(Read.ALL, Unknown.FAIL, Duplicates.FAIL, Duration.ofSeconds(10));
}
