package io.silverback.sync.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.contracts.ConfigDumped;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Transport;
import io.silverback.messaging.Order;
import io.silverback.sync.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationTest {

    private static final MigrationRequested WORKSPACE = Requests.plan(true, "payments").get(1);
    private static final Sync SYNC = new Sync(Map.of(), "f", List.of("node-1"), List.of(), null);

    private static final List<Migration> STATES =
            List.of(
                    new AwaitingDump(),
                    new Syncing(2, dump(2)),
                    new Synced(2, dump(2), SYNC),
                    new CleaningUp(2),
                    new CleanedUp(2, List.of()),
                    new Closed(Outcome.ROLLED_BACK, "syncing", "why", 2));

    private static final List<String> INPUTS =
            List.of(
                    "dumped 1",
                    "dumped 2",
                    "dumped 3",
                    "synced 1",
                    "synced 2",
                    "failed",
                    "clean-up",
                    "cleaned-up",
                    "ended");

    /** A row for each state, a column for each input; {@code =} means that nothing changes. */
    private static final String TABLE =
            """
            awaiting-dump | syncing sync | syncing sync | syncing sync        | = | =                   | failed Rollback MigrationEnded | =                           | =          | rolled-back Cancel
            syncing       | =            | =            | syncing Cancel sync | = | synced ConfigSynced | failed Rollback MigrationEnded | cleaning-up Cancel clean-up | =          | rolled-back Cancel
            synced        | =            | =            | syncing Cancel sync | = | =                   | =                              | cleaning-up Cancel clean-up | =          | rolled-back Cancel
            cleaning-up   | =            | =            | =                   | = | =                   | failed MigrationEnded          | =                           | cleaned-up | =
            cleaned-up    | =            | =            | syncing sync        | = | =                   | =                              | =                           | =          | =
            rolled-back   | =            | =            | =                   | = | =                   | =                              | cleaning-up Cancel clean-up | =          | =
            """;

    static Stream<Arguments> pairs() {
        List<String> rows = TABLE.lines().toList();
        return STATES.stream()
                .flatMap(
                        state ->
                                INPUTS.stream()
                                        .map(
                                                input ->
                                                        Arguments.of(
                                                                state.word(),
                                                                input,
                                                                cell(rows, state, input))));
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @MethodSource("pairs")
    void answersEveryInput(String state, String input, String expected) {
        Migration from =
                STATES.stream().filter(one -> one.word().equals(state)).findFirst().orElseThrow();
        Decision decision = give(input).apply(WORKSPACE, from);
        assertThat(shown(from, decision)).isEqualTo(expected);
    }

    @Test
    void everyStateHasARow() {
        List<String> words =
                TABLE.lines().map(row -> row.substring(0, row.indexOf('|')).trim()).toList();
        assertThat(words).containsExactlyElementsOf(STATES.stream().map(Migration::word).toList());
        assertThat(Migration.class.getPermittedSubclasses()).hasSameSizeAs(STATES);
    }

    @Test
    void whatIsCompletedIsNeverCleanedUp() {
        Migration completed = new Closed(Outcome.COMPLETED, "synced", "", 2);
        assertThat(completed.onCleanUp(WORKSPACE)).isEqualTo(Decision.to(completed));
    }

    private static String cell(List<String> rows, Migration state, String input) {
        String row =
                rows.stream()
                        .filter(one -> one.startsWith(state.word() + " "))
                        .findFirst()
                        .orElseThrow();
        return row.split("\\|")[INPUTS.indexOf(input) + 1].trim();
    }

    private static BiFunction<MigrationRequested, Migration, Decision> give(String input) {
        return switch (input) {
            case "dumped 1" -> (request, state) -> state.onDumped(request, dump(1));
            case "dumped 2" -> (request, state) -> state.onDumped(request, dump(2));
            case "dumped 3" -> (request, state) -> state.onDumped(request, dump(3));
            case "synced 1" -> (request, state) -> state.onSynced(request, 1, SYNC);
            case "synced 2" -> (request, state) -> state.onSynced(request, 2, SYNC);
            case "failed" -> (request, state) -> state.onFailed(request, new Failure(null, "why"));
            case "clean-up" -> (request, state) -> state.onCleanUp(request);
            case "cleaned-up" -> (request, state) -> state.onCleanedUp(request, List.of());
            case "ended" -> (request, state) -> state.onEnded(request, Outcome.ROLLED_BACK, "why");
            default -> throw new IllegalArgumentException(input);
        };
    }

    private static String shown(Migration from, Decision decision) {
        if (decision.next().equals(from) && decision.orders().isEmpty()) {
            return "=";
        }
        return Stream.concat(
                        Stream.of(decision.next().word()),
                        decision.orders().stream().map(MigrationTest::shown))
                .collect(Collectors.joining(" "));
    }

    private static String shown(Order order) {
        if (order instanceof Order.Publish publish) {
            return publish.event().getClass().getSimpleName();
        }
        return order instanceof Order.Enqueue work ? work.kind() : "Cancel";
    }

    private static ConfigDumped dump(long generation) {
        return new ConfigDumped(
                WORKSPACE.migrationId(),
                WORKSPACE.workspace(),
                WORKSPACE.planHash(),
                generation,
                Transport.ADMIN_API,
                List.of(),
                Map.of(),
                "3.3.1",
                "f",
                null);
    }

    @Test
    void theEstateSyncedByRowsCarriesWhatTrafficMakesOnBlue() {
        MigrationRequested estate = Requests.plan(true, "payments").get(0);
        Sync byRows = SYNC.with(Map.of(), List.of(), Instant.EPOCH);

        assertThat(jobs(estate, byRows)).containsExactly("carry");
        assertThat(jobs(estate, SYNC)).isEmpty();
        assertThat(jobs(WORKSPACE, byRows)).isEmpty();
        assertThat(jobs(Requests.plan(false, "payments").get(0), byRows)).isEmpty();
    }

    private static List<String> jobs(MigrationRequested request, Sync done) {
        return new Syncing(2, dump(2))
                .onSynced(request, 2, done).orders().stream()
                        .filter(Order.Enqueue.class::isInstance)
                        .map(order -> ((Order.Enqueue) order).kind())
                        .toList();
    }
}
