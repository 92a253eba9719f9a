package io.silverback.messaging;

import io.silverback.contracts.ArtefactReference;
import io.silverback.contracts.HealthEvent;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.TestsPassed;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Events for tests. */
final class Samples {

    private Samples() {}

    static MigrationEnded ended(String migrationId) {
        return new MigrationEnded(
                migrationId, "payments", "hash", 1, MigrationEnded.Outcome.COMPLETED, null, null);
    }

    static TestsPassed passed(String migrationId) {
        return new TestsPassed(
                migrationId,
                "payments",
                "hash",
                1,
                new ArtefactReference("report", URI.create("store:report"), "00", "00", 1),
                new TestsPassed.Probes(1, 1, 0),
                new TestsPassed.Parity(1, 0),
                new TestsPassed.Coverage(1, 1),
                new TestsPassed.Logins(0, 0, 0));
    }

    static HealthEvent health(String gateway) {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        return new HealthEvent(gateway, "edge", null, now, now, 1, 0, Map.of(), null, null, null);
    }
}
