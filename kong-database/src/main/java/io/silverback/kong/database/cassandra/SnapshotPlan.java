package io.silverback.kong.database.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;

/**
 * How a snapshot is read.
 *
 * @param kongVersion as the gateway's Admin API says; goes into the manifest
 * @param consistency {@code ALL}, unless the plan accepts less: Kong writes at ONE
 * @param readers how many ranges are read at the same time
 * @param pageSize rows in memory for each reader
 */
public record SnapshotPlan(
        String keyspace,
        String kongVersion,
        ConsistencyLevel consistency,
        int readers,
        int pageSize,
        RateLimit rate) {

    /** The same at another consistency, by Cassandra's name of it. */
    public SnapshotPlan at(String level) {
        return new SnapshotPlan(
                keyspace,
                kongVersion,
                DefaultConsistencyLevel.valueOf(level),
                readers,
                pageSize,
                rate);
    }

    /** All replicas, four readers, pages of 2,000 rows, no limit. */
    public static SnapshotPlan of(String keyspace, String kongVersion) {
        return new SnapshotPlan(
                keyspace,
                kongVersion,
                ConsistencyLevel.ALL,
                4,
                2_000,
                new RateLimit(RateLimit.NONE));
    }
}
