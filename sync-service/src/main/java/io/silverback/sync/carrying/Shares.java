package io.silverback.sync.carrying;

import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Mode;
import io.silverback.sync.carrying.RuntimeRows.Batch;
import io.silverback.sync.carrying.RuntimeRows.Member;
import io.silverback.sync.migration.Case;
import io.silverback.sync.migration.Plan;
import io.silverback.sync.migration.Synced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of a plan's migrations have runtime rows to carry, and since when. Pure. Those that have
 * been carried before go together; those just loaded catch up first, so that their wait does not
 * count as a lag of the others.
 */
final class Shares {

    private final MigrationRequested request;
    private final Map<Member, Instant> loaded;

    private Shares(MigrationRequested request, Map<Member, Instant> loaded) {
        this.request = request;
        this.loaded = loaded;
    }

    static Shares of(MigrationRequested request, Plan plan) {
        Map<Member, Instant> loaded = new LinkedHashMap<>();
        plan.cases().values().forEach(one -> put(loaded, one));
        return new Shares(request, loaded);
    }

    List<Member> members() {
        return List.copyOf(loaded.keySet());
    }

    /** Whether clients of any workspace may still come from blue. */
    boolean haveClients() {
        return loaded.keySet().stream()
                .anyMatch(one -> !one.workspace().equals(MigrationRequested.ESTATE));
    }

    /** Those that were carried before, by when; empty where there are none. */
    Optional<Batch> running(Map<String, Instant> upTo) {
        Map<Member, Instant> since = new LinkedHashMap<>();
        loaded.keySet().stream()
                .filter(one -> upTo.containsKey(one.migrationId()))
                .forEach(one -> since.put(one, upTo.get(one.migrationId())));
        return batch(since);
    }

    /** Those that only their load has brought so far; empty where there are none. */
    Optional<Batch> joining(Map<String, Instant> upTo) {
        Map<Member, Instant> since = new LinkedHashMap<>(loaded);
        since.keySet().removeIf(one -> upTo.containsKey(one.migrationId()));
        return batch(since);
    }

    private Optional<Batch> batch(Map<Member, Instant> since) {
        return since.values().stream()
                .min(Instant::compareTo)
                .map(
                        earliest ->
                                new Batch(
                                        request.planId(),
                                        request.blue(),
                                        request.green(),
                                        request.rows().read(),
                                        new ArrayList<>(since.keySet()),
                                        earliest));
    }

    private static void put(Map<Member, Instant> loaded, Case one) {
        if (one.state() instanceof Synced synced
                && synced.sync().rowsFrom() != null
                && one.request().mode() == Mode.MIGRATE) {
            loaded.put(
                    new Member(one.id(), one.request().workspace(), synced.generation()),
                    synced.sync().rowsFrom());
        }
    }
}
