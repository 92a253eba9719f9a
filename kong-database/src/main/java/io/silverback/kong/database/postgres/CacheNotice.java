package io.silverback.kong.database.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Tells running nodes which keys of their caches no longer hold, by the table they poll: a client
 * who came before its token left a miss there, which would stay for good. Once more does no harm.
 * Blocks.
 */
public final class CacheNotice {

    private static final String EVENTS =
            """
            INSERT INTO cluster_events (id, node_id, at, expire_at, channel, data)
            SELECT gen_random_uuid(), gen_random_uuid(), CURRENT_TIMESTAMP,
                   CURRENT_TIMESTAMP + INTERVAL '1 hour', 'invalidations', key
              FROM unnest(?) AS keys (key)
            """;

    private final Connection connection;

    /** A notice over a connection whose current schema is Kong's. */
    public CacheNotice(Connection connection) {
        this.connection = connection;
    }

    /** Of some keys, as Kong writes them. */
    public void send(Collection<String> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        connection.setAutoCommit(true);
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            statement.executeUpdate();
        }
    }
}
