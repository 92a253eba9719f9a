package io.silverback.console.migrations;

import io.silverback.console.facts.Artefact;
import io.silverback.console.facts.Progress;
import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.contracts.ConfigSynced.Changes;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.TestsPassed.Coverage;
import io.silverback.contracts.TestsPassed.Logins;
import io.silverback.contracts.TestsPassed.Parity;
import io.silverback.contracts.TestsPassed.Probes;
import io.silverback.contracts.Transport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A migration as it is shown.
 *
 * @param durationMillis from the request until it passed, or ended without
 * @param dumpMillis from the release of the dump until it lay in the store
 */
public record Migration(
        String id,
        String planId,
        String planName,
        String workspace,
        @Nullable String cutoverId,
        MigrationState state,
        boolean ended,
        long generation,
        @Nullable Transport transport,
        @Nullable String gatewayVersion,
        Instant requestedAt,
        @Nullable Instant endedAt,
        @Nullable Long durationMillis,
        @Nullable Progress progress,
        @Nullable Integer entities,
        Map<String, Integer> counts,
        @Nullable Changes changes,
        Map<String, Changes> changesByType,
        List<Attention> attention,
        List<String> nodes,
        @Nullable Long dumpMillis,
        @Nullable Long syncMillis,
        @Nullable Long verifyMillis,
        @Nullable Verification verification,
        List<Artefact> artefacts,
        @Nullable End end,
        @Nullable RollbackAsked rollback) {

    /** What verification found. */
    public record Verification(
            Parity parity, Coverage routes, Probes probes, Logins logins, Artefact report) {}

    /** How the migration ended, and for the plan's field at fault why. */
    public record End(
            MigrationEnded.Outcome outcome,
            @Nullable String field,
            @Nullable String reason,
            Instant at) {}

    /** Who asked for a rollback of this migration. */
    public record RollbackAsked(String reason, String phase, String requestedBy, Instant at) {}

    public Migration {
        counts = new TreeMap<>(counts);
        changesByType = new TreeMap<>(changesByType);
        attention = List.copyOf(attention);
        nodes = List.copyOf(nodes);
        artefacts = List.copyOf(artefacts);
    }
}
