package io.silverback.traffic.events;

import io.silverback.contracts.Rollback;
import io.silverback.messaging.Envelope;
import io.silverback.traffic.canary.Cause;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads rollbacks. */
final class RollbackCauses {

    private RollbackCauses() {}

    /** What a rollback is about: a cutover, a migration, or both. */
    static List<String> subjects(Rollback rollback) {
        return Stream.of(rollback.cutoverId(), rollback.migrationId())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    static Cause of(Envelope<Rollback> heard) {
        Rollback rollback = heard.body();
        return new Cause(
                rollback.reason(),
                rollback.requestedBy(),
                heard.appendedAt(),
                rollback.evidence(),
                List.of());
    }
}
