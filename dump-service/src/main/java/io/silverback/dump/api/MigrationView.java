package io.silverback.dump.api;

import io.silverback.contracts.ArtefactReference;
import io.silverback.dump.migration.AwaitingEstate;
import io.silverback.dump.migration.AwaitingExecution;
import io.silverback.dump.migration.Closed;
import io.silverback.dump.migration.Dump;
import io.silverback.dump.migration.Dumped;
import io.silverback.dump.migration.Dumping;
import io.silverback.dump.migration.Finding;
import io.silverback.dump.migration.Migration;
import io.silverback.dump.migration.Prepared;
import io.silverback.dump.storage.MigrationRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One migration as dump sees it.
 *
 * @param state preparing, awaiting-execution, awaiting-estate, dumping, dumped, or how it ended
 * @param entities by type: as counted at preparation, then as dumped
 * @param reason why it ended, where it did
 */
public record MigrationView(
        String id,
        String planId,
        String planName,
        String workspace,
        String blue,
        String green,
        String state,
        long generation,
        @Nullable String gatewayVersion,
        Map<String, Integer> entities,
        List<Finding> findings,
        List<ArtefactReference> artefacts,
        @Nullable String fingerprint,
        @Nullable String reason,
        Instant requestedAt,
        Instant changedAt) {

    static MigrationView of(MigrationRecord record) {
        Migration state = record.migration().state();
        Prepared prepared = prepared(state);
        Dump dump = state instanceof Dumped dumped ? dumped.dump() : null;
        return new MigrationView(
                record.migration().id(),
                record.migration().request().planId(),
                record.migration().request().planName(),
                record.migration().request().workspace(),
                record.migration().request().blue(),
                record.migration().request().green(),
                state.word(),
                state.generation(),
                prepared == null ? null : prepared.version(),
                dump != null ? dump.counts() : prepared == null ? Map.of() : prepared.counts(),
                prepared == null ? List.of() : prepared.findings(),
                dump == null ? List.of() : dump.artefacts(),
                dump == null ? null : dump.fingerprint(),
                state instanceof Closed closed ? closed.reason() : null,
                record.requestedAt(),
                record.changedAt());
    }

    private static @Nullable Prepared prepared(Migration state) {
        if (state instanceof AwaitingExecution waiting) {
            return waiting.prepared();
        }
        if (state instanceof AwaitingEstate waiting) {
            return waiting.prepared();
        }
        if (state instanceof Dumping dumping) {
            return dumping.prepared();
        }
        return state instanceof Dumped dumped ? dumped.prepared() : null;
    }
}
