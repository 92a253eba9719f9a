package io.silverback.kong.database.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * Tells running nodes of targets that came as rows, by the table they poll: emptying their caches
 * does not reach a balancer that exists already. Once more does no harm. Blocks.
 */
public final class BalancerNotice {

    private static final String EVENTS =
            """
            INSERT INTO cluster_events (id, node_id, at, expire_at, channel, data)
            SELECT gen_random_uuid(), gen_random_uuid(), CURRENT_TIMESTAMP,
                   CURRENT_TIMESTAMP + INTERVAL '1 hour', 'balancer:targets', 'create:' || id
              FROM upstreams
             WHERE ws_id = ANY (?)
            """;

    private final Connection connection;

    /** A notice over a connection whose current schema is Kong's. */
    public BalancerNotice(Connection connection) {
        this.connection = connection;
    }

    /** Of all upstreams in some of green's workspaces. */
    public void send(Collection<String> workspaces) throws SQLException {
        Object[] ids = workspaces.stream().map(UUID::fromString).toArray();
        connection.setAutoCommit(true);
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            statement.executeUpdate();
        }
    }
}
