package io.silverback.simulator.store.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code cluster_events} that have come since it was last read. */
public final class EventRows {
    private static final String NEWEST =
            "SELECT coalesce(max(at), to_timestamp(0)) FROM public.cluster_events";
    private static final String SINCE =
            "SELECT channel, data, at FROM public.cluster_events WHERE at > ? ORDER BY at";

    private final Connections connections;
    private Instant seen;

    EventRows(Connections connections) {
        this.connections = connections;
        this.seen =
                connections.use(
                        connection -> {
                            try (PreparedStatement statement = connection.prepareStatement(NEWEST);
                                    ResultSet rows = statement.executeQuery()) {
                                rows.next();
                                return rows.getTimestamp(1).toInstant();
                            }
                        });
    }

    /** One row. */
    public record Event(String channel, String data) {}

    /** The new rows, the oldest first. */
    public List<Event> read() {
        return connections.use(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(SINCE)) {
                        statement.setTimestamp(1, Timestamp.from(seen));
                        List<Event> events = new ArrayList<>();
                        try (ResultSet rows = statement.executeQuery()) {
                            while (rows.next()) {
                                events.add(
                                        new Event(
                                                rows.getString(1),
                                                String.valueOf(rows.getString(2))));
                                seen = rows.getTimestamp(3).toInstant();
                            }
                        }
                        return events;
                    }
                });
    }
}
