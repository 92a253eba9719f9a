package io.silverback.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverback.simulator.Simulator;
import io.silverback.simulator.StoppedClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spoils right answers one at a time: the comparison must notice each of thirty-one wrong ones. */
class MutationTest {
    private static final long SEED = 30;

    @ParameterizedTest
    @ValueSource(strings = {"postgres-3.3.1", "cassandra-3.3.1"})
    void noticesEachWrongAnswer(String name) {
        Path file = Recording.directory().resolve(name + ".jsonl");
        assumeTrue(Files.exists(file), () -> "No recording " + file + ": set -Dkong.recordings");
        assertAllNoticed(GeneratedKeys.filled(Recording.read(file)));
    }

    @Test
    void noticesEachWrongAnswerToRequestsOfOurOwn() {
        Recording recording = Scenario.recorded();
        assertThat(replayed(recording, new ArrayList<>()).deviations()).isEmpty();
        assertAllNoticed(recording);
    }

    private static void assertAllNoticed(Recording recording) {
        Map<String, Spoiler> mutations = Mutations.all();
        assertThat(mutations).hasSize(31);
        List<Given> given = new ArrayList<>();
        Replay.Result right = replayed(recording, given);
        Random random = new Random(SEED);
        List<String> unnoticed = new ArrayList<>();
        mutations.forEach(
                (name, spoiler) -> {
                    List<Given> places = new ArrayList<>(given);
                    places.removeIf(
                            place ->
                                    right.deviations().containsKey(place.exchange())
                                            || place.spoilt(spoiler, 0) == null);
                    assertThat(places).as(name).isNotEmpty();
                    Given place = places.get(random.nextInt(places.size()));
                    long seed = random.nextLong();
                    if (!isNoticed(recording, given, place, spoiler, seed)) {
                        unnoticed.add(
                                name + " in " + place.asked() + " " + place.spoilt(spoiler, seed));
                    }
                });
        assertThat(unnoticed).isEmpty();
    }

    /** What a simulator was asked and answered, for which of the recorded exchanges. */
    private record Given(int exchange, Exchange.Asked asked, Exchange.Answer answer) {
        Exchange.@Nullable Answer spoilt(Spoiler spoiler, long seed) {
            return spoiler.spoilt(asked, answer, new Random(seed));
        }
    }

    private static boolean isNoticed(
            Recording recording, List<Given> given, Given place, Spoiler spoiler, long seed) {
        Iterator<Given> answers = given.iterator();
        Replay.Result result =
                Replay.of(
                        recording,
                        asked -> {
                            Given next = answers.next();
                            return next == place
                                    ? Objects.requireNonNull(place.spoilt(spoiler, seed))
                                    : next.answer();
                        },
                        instant -> {});
        return result.deviations().containsKey(place.exchange());
    }

    private static Replay.Result replayed(Recording recording, List<Given> given) {
        StoppedClock clock = new StoppedClock(Instant.EPOCH);
        clock.set(Replay.start(recording));
        int[] exchange = {-1};
        try (Simulator simulator = Simulator.start(Recorded.options(recording), clock)) {
            Gateway gateway = new OverHttp(simulator.adminUrl());
            return Replay.of(
                    recording,
                    asked -> {
                        Exchange.Answer answer = gateway.answer(asked);
                        given.add(new Given(exchange[0], asked, answer));
                        return answer;
                    },
                    instant -> {
                        exchange[0]++;
                        clock.set(instant);
                    });
        }
    }
}
