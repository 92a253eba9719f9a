package io.silverback.quickstart.endtoend;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Holds back the traffic service's record that its routers have taken a step, as long as it is
 * open: the moment between the router call and the commit lasts.
 */
final class HeldRecord implements AutoCloseable {

    private static final String HOLD =
            """
            select pg_advisory_lock(4711);
            create function traffic.hold() returns trigger language plpgsql as $$
            begin
                perform pg_advisory_xact_lock(4711);
                return new;
            end $$;
            create trigger hold before update on traffic.cutover for each row
                when (old.canary like '%"raising"%' and new.canary not like '%"raising"%')
                execute function traffic.hold();
            """;
    private static final String RELEASE =
            "drop function traffic.hold() cascade; select pg_advisory_unlock(4711)";

    private final Connection connection;

    private HeldRecord(Connection connection) {
        this.connection = connection;
    }

    static HeldRecord on(int port) throws SQLException {
        Connection connection =
                DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/silverback",
                        "postgres",
                        "postgres");
        HeldRecord held = new HeldRecord(connection);
        held.run(HOLD);
        return held;
    }

    /** Ends whoever waits for the record, as its process is gone, and lets the next one write. */
    @Override
    public void close() throws SQLException {
        run(
                "select pg_terminate_backend(pid) from pg_locks"
                        + " where locktype = 'advisory' and objid = 4711 and not granted");
        run(RELEASE);
        connection.close();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
