package io.silverback.sync.api;

import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.ConfigSynced.Changes;
import io.silverback.sync.migration.CleanedUp;
import io.silverback.sync.migration.Closed;
import io.silverback.sync.migration.Migration;
import io.silverback.sync.migration.Sync;
import io.silverback.sync.migration.Synced;
import io.silverback.sync.storage.MigrationRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One migration as sync sees it.
 *
 * @param state awaiting-dump, syncing, synced, cleaning-up, cleaned-up, or how it ended
 * @param reason why it ended, where it did
 */
public record SyncView(
        String id,
        String planId,
        String planName,
        String workspace,
        String green,
        String state,
        long generation,
        Map<String, Changes> changes,
        List<String> nodes,
        List<Attention> attention,
        @Nullable String fingerprint,
        @Nullable String reason,
        Instant requestedAt,
        Instant changedAt) {

    static SyncView of(MigrationRecord record) {
        Migration state = record.migration().state();
        Sync sync = state instanceof Synced synced ? synced.sync() : null;
        return new SyncView(
                record.migration().id(),
                record.migration().request().planId(),
                record.migration().request().planName(),
                record.migration().request().workspace(),
                record.migration().request().green(),
                state.word(),
                state.generation(),
                sync == null ? Map.of() : sync.changes(),
                sync == null ? List.of() : sync.nodes(),
                attention(state),
                sync == null ? null : sync.fingerprint(),
                state instanceof Closed closed ? closed.reason() : null,
                record.requestedAt(),
                record.changedAt());
    }

    private static List<Attention> attention(Migration state) {
        if (state instanceof Synced synced) {
            return synced.sync().attention();
        }
        return state instanceof CleanedUp cleanedUp ? cleanedUp.attention() : List.of();
    }
}
