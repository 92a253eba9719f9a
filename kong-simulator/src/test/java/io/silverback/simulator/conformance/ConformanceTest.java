package io.silverback.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.silverback.simulator.Simulator;
import io.silverback.simulator.StoppedClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Asks a fresh simulator what a real Kong was asked and compares the answers: once as recorded,
 * once with other ids and names.
 */
class ConformanceTest {
    private static final long SEED = 20261122;

    private final Report report = new Report();

    @TestFactory
    Stream<DynamicTest> answersAsTheRealKongDid() {
        List<Path> files = Recording.in(Recording.directory());
        assumeFalse(
                files.isEmpty(),
                () ->
                        "No recordings in "
                                + Recording.directory()
                                + ": twelve replays are skipped; set -Dkong.recordings");
        return files.stream().flatMap(this::replays);
    }

    private Stream<DynamicTest> replays(Path file) {
        Recording recording = Recording.read(file);
        return Stream.of(false, true)
                .map(
                        reseeded ->
                                dynamicTest(
                                        recording.name() + (reseeded ? ", reseeded" : ""),
                                        () -> replay(recording, reseeded)));
    }

    private void replay(Recording read, boolean reseeded) {
        Recording filled = GeneratedKeys.filled(read);
        Recording recording = reseeded ? Reseeding.of(filled, SEED) : filled;
        Replay.Result result = replayed(recording);
        report.add(result, reseeded);
        assertKeysWereMade(read, recording);
        Double floor = Floor.of(recording);
        if (floor != null) {
            assertThat(100.0 * result.agreed() / result.total())
                    .as("%d of %d agreed", result.agreed(), result.total())
                    .isGreaterThanOrEqualTo(floor);
        }
    }

    /** What lost its keys ran with others: as many lines as there were, none without a key. */
    private static void assertKeysWereMade(Recording read, Recording ran) {
        assertThat(ran.redacted()).isEqualTo(read.redacted()).isPositive();
        assertThat(ran.exchanges().stream().filter(Exchange::redacted))
                .allSatisfy(
                        exchange ->
                                assertThat(exchange.asked().body() + exchange.answer().body())
                                        .contains("PRIVATE KEY")
                                        .doesNotContain("PRIVATE-KEY-REMOVED"));
    }

    private static Replay.Result replayed(Recording recording) {
        StoppedClock clock = new StoppedClock(Instant.EPOCH);
        clock.set(Replay.start(recording));
        try (Simulator simulator = Simulator.start(Recorded.options(recording), clock)) {
            return Replay.of(recording, new OverHttp(simulator.adminUrl()), clock::set);
        }
    }
}
