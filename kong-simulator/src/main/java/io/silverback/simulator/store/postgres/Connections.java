package io.silverback.simulator.store.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections to one database: as many as there are callers at once, kept for the next. */
final class Connections {
    private final String url;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    Connections(String url) {
        this.url = url;
    }

    /** Work on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T use(Work<T> work) {
        Connection connection = take();
        try {
            T result = work.on(connection);
            idle.push(connection);
            return result;
        } catch (SQLException e) {
            giveBack(connection, e);
            throw SqlErrors.of(e);
        }
    }

    private Connection take() {
        Connection kept = idle.poll();
        try {
            return kept == null ? DriverManager.getConnection(url) : kept;
        } catch (SQLException e) {
            throw SqlErrors.of(e);
        }
    }

    /** After an error of a statement (classes 22 and 23) the connection is as good as before. */
    private void giveBack(Connection connection, SQLException error) {
        String state = String.valueOf(error.getSQLState());
        if (state.startsWith("22") || state.startsWith("23")) {
            idle.push(connection);
        } else {
            SqlErrors.close(connection);
            close();
        }
    }

    /** Closes those that nobody uses. */
    void close() {
        Connection connection = idle.poll();
        while (connection != null) {
            SqlErrors.close(connection);
            connection = idle.poll();
        }
    }
}
