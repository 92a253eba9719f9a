package io.silverback.simulator.hybrid;

import io.silverback.simulator.schema.Document;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a control plane remembers of a data plane, also when it is gone: for 14 days.
 *
 * @param beatsSince when it was heard first in this connection; it is heard every 30 s then
 * @param goneAt when it was heard last; null while it is connected
 * @param goneHash what it had then
 */
record Registration(
        DataPlane plane,
        SyncStatus status,
        Instant beatsSince,
        @Nullable Instant goneAt,
        @Nullable String goneHash) {
    private static final Duration BEAT = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(14);

    static Registration connected(DataPlane plane, SyncStatus status, Instant now) {
        return new Registration(plane, status, now, null, null);
    }

    boolean isConnected() {
        return goneAt == null;
    }

    Registration heardAgain(Instant now) {
        return new Registration(plane, status, now, null, null);
    }

    Registration gone(Instant now) {
        return new Registration(plane, status, beatsSince, lastSeen(now), hash());
    }

    boolean isForgotten(Instant now) {
        return !lastSeen(now).plus(KEPT).isAfter(now);
    }

    String hash() {
        return goneHash == null ? plane.hash() : goneHash;
    }

    Instant lastSeen(Instant now) {
        if (goneAt != null) {
            return goneAt;
        }
        long beats = Duration.between(beatsSince, now).dividedBy(BEAT);
        return beatsSince.plus(BEAT.multipliedBy(beats));
    }

    /** The row of {@code /clustering/data-planes}. */
    Document row(Instant now) {
        Instant seen = lastSeen(now);
        return Document.of("id", plane.id())
                .with("hostname", plane.options().name())
                .with("ip", "127.0.0.1")
                .with("version", plane.options().version())
                .with("sync_status", status.shown())
                .with("config_hash", hash())
                .with("last_seen", seen.getEpochSecond())
                .with("updated_at", seen.getEpochSecond())
                .with("ttl", KEPT.minus(Duration.between(seen, now)).toSeconds());
    }

    /** The entry of {@code /clustering/status}. */
    Document entry(Instant now) {
        return Document.of("hostname", plane.options().name())
                .with("ip", "127.0.0.1")
                .with("config_hash", hash())
                .with("last_seen", lastSeen(now).getEpochSecond());
    }
}
