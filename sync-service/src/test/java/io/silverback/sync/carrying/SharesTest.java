package io.silverback.sync.carrying;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Transport;
import io.silverback.sync.Requests;
import io.silverback.sync.carrying.RuntimeRows.Member;
import io.silverback.sync.migration.AwaitingDump;
import io.silverback.sync.migration.Case;
import io.silverback.sync.migration.Closed;
import io.silverback.sync.migration.Migration;
import io.silverback.sync.migration.Plan;
import io.silverback.sync.migration.Sync;
import io.silverback.sync.migration.Synced;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharesTest {

    private static final Instant SNAPSHOT = Instant.parse("2026-01-01T10:00:00Z");

    private final List<MigrationRequested> requests =
            Requests.plan(true, "payments", "catalog", "partners", "orders");

    private static Migration synced(MigrationRequested request, @Nullable Instant rowsFrom) {
        ConfigDumped dump =
                new ConfigDumped(
                        request.migrationId(),
                        request.workspace(),
                        "hash",
                        3,
                        Transport.ROWS,
                        List.of(),
                        Map.of(),
                        "3.3.1",
                        "f",
                        null);
        return new Synced(3, dump, new Sync(Map.of(), "f", List.of(), List.of(), rowsFrom));
    }

    private Shares shares(Migration... states) {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (int i = 0; i < states.length; i++) {
            MigrationRequested request = requests.get(i);
            cases.put(request.migrationId(), new Case(request, states[i]));
        }
        return Shares.of(requests.get(0), new Plan(cases));
    }

    private String id(int number) {
        return requests.get(number).migrationId();
    }

    @Test
    void areThoseThatStandOnGreenByRows() {
        Shares shares =
                shares(
                        synced(requests.get(0), SNAPSHOT),
                        synced(requests.get(1), SNAPSHOT),
                        synced(requests.get(2), null),
                        new AwaitingDump(),
                        new Closed(Outcome.ROLLED_BACK, "synced", "why", 3));

        assertThat(shares.members())
                .containsExactly(
                        new Member(id(0), MigrationRequested.ESTATE, 3),
                        new Member(id(1), "payments", 3));
        assertThat(shares.haveClients()).isTrue();
    }

    @Test
    void theEstateAloneHasNoClients() {
        assertThat(shares(synced(requests.get(0), SNAPSHOT)).haveClients()).isFalse();
    }

    @Test
    void whoWasJustLoadedCatchesUpApartFromTheOthers() {
        Shares shares =
                shares(
                        synced(requests.get(0), SNAPSHOT),
                        synced(requests.get(1), SNAPSHOT),
                        synced(requests.get(2), SNAPSHOT.plusSeconds(5)));
        Instant later = SNAPSHOT.plusSeconds(600);
        Map<String, Instant> upTo = Map.of(id(0), later.plusSeconds(2), id(1), later);

        assertThat(shares.running(upTo))
                .hasValueSatisfying(
                        batch -> {
                            assertThat(batch.since()).isEqualTo(later);
                            assertThat(batch.members()).hasSize(2);
                        });
        assertThat(shares.joining(upTo))
                .hasValueSatisfying(
                        batch -> {
                            assertThat(batch.since()).isEqualTo(SNAPSHOT.plusSeconds(5));
                            assertThat(batch.members())
                                    .containsExactly(new Member(id(2), "catalog", 3));
                        });
        assertThat(shares.running(Map.of())).isEmpty();
    }
}
