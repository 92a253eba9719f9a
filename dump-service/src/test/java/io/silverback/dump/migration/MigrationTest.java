package io.silverback.dump.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Transport;
import io.silverback.dump.Requests;
import io.silverback.messaging.Order;
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

    private static final MigrationRequested ESTATE = Requests.plan(true, "payments").get(0);
    private static final MigrationRequested WORKSPACE = Requests.plan(true, "payments").get(1);
    private static final Prepared PREPARED =
            new Prepared(Transport.ADMIN_API, "3.3.1", "oss", Requests.counts(), List.of());
    private static final Dump DUMP = new Dump(List.of(), Map.of(), "3.3.1", "f");

    private static final List<Migration> STATES =
            List.of(
                    new Preparing(),
                    new AwaitingExecution(PREPARED, 0),
                    new AwaitingEstate(PREPARED, 0),
                    new Dumping(PREPARED, 1),
                    new Dumped(PREPARED, 1, DUMP),
                    new Closed(Outcome.FAILED, "preparing", "why", 0));

    private static final List<String> INPUTS =
            List.of(
                    "prepared",
                    "go",
                    "no-go",
                    "estate",
                    "dumped 1",
                    "dumped 2",
                    "refused",
                    "broken",
                    "ended");

    /** A row for each state, a column for each input; {@code =} means that nothing changes. */
    private static final String TABLE =
            """
            preparing          | awaiting-execution | =                 | =                                          | =       | =                    | = | failed MigrationEnded | failed Rollback MigrationEnded | rolled-back Cancel
            awaiting-execution | =                  | awaiting-estate   | =                                          | =       | =                    | = | failed MigrationEnded | failed Rollback MigrationEnded | rolled-back Cancel
            awaiting-estate    | =                  | =                 | awaiting-execution                         | dumping dump | =               | = | failed MigrationEnded | failed Rollback MigrationEnded | rolled-back Cancel
            dumping            | =                  | =                 | awaiting-execution Cancel                  | =       | dumped ConfigDumped  | = | failed MigrationEnded | failed Rollback MigrationEnded | rolled-back Cancel
            dumped             | =                  | =                 | =                                          | =       | =                    | = | =                     | =                              | rolled-back Cancel
            failed             | =                  | =                 | =                                          | =       | =                    | = | =                     | =                              | =
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
    void theEstateIsDumpedAtOnceAfterGo() {
        Decision decision = new AwaitingExecution(PREPARED, 0).onGo(ESTATE);
        assertThat(decision.next()).isEqualTo(new Dumping(PREPARED, 1));
        assertThat(decision.orders())
                .containsExactly(new Order.Enqueue("dump", ESTATE.migrationId(), 1));
    }

    @Test
    void aStoppedDumpsGenerationIsNotUsedAgain() {
        Migration stopped = new Dumping(PREPARED, 1).onNoGo(WORKSPACE).next();
        Migration released = stopped.onGo(WORKSPACE).next();
        assertThat(released.onEstateSynced(WORKSPACE).next()).isEqualTo(new Dumping(PREPARED, 2));
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
            case "prepared" -> (request, state) -> state.onPrepared(request, PREPARED);
            case "go" -> (request, state) -> state.onGo(request);
            case "no-go" -> (request, state) -> state.onNoGo(request);
            case "estate" -> (request, state) -> state.onEstateSynced(request);
            case "dumped 1" -> (request, state) -> state.onDumped(request, 1, DUMP);
            case "dumped 2" -> (request, state) -> state.onDumped(request, 2, DUMP);
            case "refused" ->
                    (request, state) -> state.onFailed(request, Failure.ofPlan("blue", "why"));
            case "broken" -> (request, state) -> state.onFailed(request, Failure.onTheWay("why"));
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
}
