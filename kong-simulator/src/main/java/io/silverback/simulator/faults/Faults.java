package io.silverback.simulator.faults;

import io.silverback.simulator.schema.Document;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The faults of one kind of port. What happens to a request is drawn from a seeded source. */
public final class Faults {
    private final Random random;
    private volatile Setting all = Setting.NONE;
    private volatile List<Rule> rules = List.of();

    /** No faults yet; the same seed gives the same sequence. */
    public Faults(long seed) {
        this.random = new Random(seed);
    }

    /** Who a request is for or from; names or ids. */
    public record Party(List<String> routes, List<String> consumers) {}

    private record Rule(@Nullable String route, @Nullable String consumer, Setting setting) {
        boolean isFor(Party party) {
            return (route == null || party.routes().contains(route))
                    && (consumer == null || party.consumers().contains(consumer));
        }
    }

    /** Changes what is wrong: with all requests, and by {@code rules} with some of them. */
    void set(Document wanted) {
        rules =
                wanted.list("rules").stream()
                        .filter(Map.class::isInstance)
                        .map(rule -> Document.of((Map<?, ?>) rule))
                        .map(
                                rule ->
                                        new Rule(
                                                rule.text("route"),
                                                rule.text("consumer"),
                                                Setting.of(rule)))
                        .toList();
        all = Setting.of(wanted);
    }

    /** What is wrong now. */
    Document shown() {
        return all.shown();
    }

    /** Draws what happens to the next request, before it is known who it is from. */
    public Fate next() {
        Setting now = all;
        return now.isNone() ? Fate.FINE : draw(now);
    }

    /** Whether some faults depend on who a request is for or from. */
    public boolean hasRules() {
        return !rules.isEmpty();
    }

    /** Draws what happens to a request of that party: the first rule for it counts. */
    public Fate next(Party party) {
        return rules.stream()
                .filter(rule -> rule.isFor(party))
                .findFirst()
                .map(rule -> draw(rule.setting()))
                .orElse(Fate.FINE);
    }

    private Fate draw(Setting setting) {
        synchronized (random) {
            return setting.draw(random);
        }
    }
}
