package io.silverback.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.faults.Fate.Kind;
import io.silverback.simulator.faults.Faults.Party;
import io.silverback.simulator.schema.Document;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final int PORT = 0;
    private static final int OTHER_PORT = 1;
    private static final Party CART = new Party(List.of("cart"), List.of());
    private static final Party BOB = new Party(List.of("till"), List.of("bob"));
    private static final Document ALL_KINDS =
            Document.of("latency", Document.of("p50", 30).with("p99", 300))
                    .with("resetRate", 0.1)
                    .with("errorRate", 0.1)
                    .with("statuses", Document.of("401", 0.1).with("429", 0.1))
                    .with("htmlRate", 0.1)
                    .with("truncateRate", 0.1)
                    .with("dripRate", 0.1);

    private static Faults seeded(long seed) {
        Document cart = Document.of(ALL_KINDS).with("route", "cart");
        Document bob = Document.of(ALL_KINDS).with("consumer", "bob");
        Faults faults = new Faults(seed);
        faults.set(Document.of(ALL_KINDS).with("rules", List.of(cart, bob)));
        return faults;
    }

    private static List<Fate> drawn(Faults faults) {
        return IntStream.range(0, 200).mapToObj(i -> faults.next(PORT)).toList();
    }

    private static List<Fate> drawn(Faults faults, Party party) {
        return IntStream.range(0, 200).mapToObj(i -> faults.next(PORT, party)).toList();
    }

    @Test
    void repeatsEveryKindAndEveryDelayForTheSameSeed() {
        List<Fate> fates = drawn(seeded(7));

        assertThat(drawn(seeded(7))).isEqualTo(fates);
        assertThat(drawn(seeded(8))).isNotEqualTo(fates);
        assertThat(fates.stream().map(Fate::kind).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Kind.class));
        assertThat(fates.stream().map(Fate::delayMillis).distinct().count()).isGreaterThan(30);
    }

    @Test
    void drawsForEachRuleAndPortWhateverTheOthersDraw() {
        Faults calm = seeded(7);
        List<Fate> overall = drawn(calm);
        List<Fate> cart = drawn(calm, CART);
        List<Fate> bob = drawn(calm, BOB);

        Faults busy = seeded(7);
        for (int i = 0; i < 200; i++) {
            busy.next(OTHER_PORT);
            assertThat(busy.next(PORT, BOB)).isEqualTo(bob.get(i));
            assertThat(busy.next(PORT)).isEqualTo(overall.get(i));
            busy.next(OTHER_PORT, CART);
            assertThat(busy.next(PORT, CART)).isEqualTo(cart.get(i));
        }
        assertThat(List.of(overall, cart, bob)).doesNotHaveDuplicates();
    }

    @Test
    void beginsAnewWhenTheFaultsAreSetAnew() {
        Faults faults = seeded(7);
        List<Fate> first = drawn(faults, CART);

        faults.set(faults.shown());

        assertThat(drawn(faults, CART)).isEqualTo(first);
    }

    @Test
    void keepsTheDistributionThatWasAskedFor() {
        Faults faults = new Faults(1);
        faults.set(Document.of("latency", Document.of("p50", 100).with("p99", 400)));
        List<Long> delays =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> faults.next(PORT).delayMillis())
                        .sorted()
                        .toList();

        assertThat(delays.get(5_000)).isBetween(95L, 105L);
        assertThat(delays.get(9_900)).isBetween(360L, 440L);
    }
}
