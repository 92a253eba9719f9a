package io.silverback.simulator.faults;

import io.silverback.simulator.schema.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The faults of one kind of port, for all requests and by rules for some of them. */
public final class Faults {
    private static final int ALL = 0;

    private final long seed;
    private volatile Dice all;
    private volatile List<Rule> rules = List.of();

    /**
     * No faults yet; the same seed gives the same faults to each port, overall and by each rule.
     */
    public Faults(long seed) {
        this.seed = seed;
        this.all = new Dice(Setting.NONE, seed, ALL);
    }

    /** Who a request is for or from; names or ids. */
    public record Party(List<String> routes, List<String> consumers) {}

    private record Rule(@Nullable String route, @Nullable String consumer, Dice dice) {
        boolean isFor(Party party) {
            return (route == null || party.routes().contains(route))
                    && (consumer == null || party.consumers().contains(consumer));
        }
    }

    /** Changes what is wrong: with all requests, and by {@code rules} with some of them. */
    void set(Document wanted) {
        List<Rule> changed = new ArrayList<>();
        for (Object sent : wanted.list("rules")) {
            if (sent instanceof Map<?, ?> map) {
                Document rule = Document.of(map);
                Dice dice = new Dice(Setting.of(rule), seed, changed.size() + 1);
                changed.add(new Rule(rule.text("route"), rule.text("consumer"), dice));
            }
        }
        rules = List.copyOf(changed);
        all = new Dice(Setting.of(wanted), seed, ALL);
    }

    /** What is wrong now. */
    Document shown() {
        return all.setting().shown();
    }

    /** Draws what happens to a port's next request, before it is known who it is from. */
    public Fate next(int port) {
        return all.draw(port);
    }

    /** Whether some faults depend on who a request is for or from. */
    public boolean hasRules() {
        return !rules.isEmpty();
    }

    /** Draws what happens to a request of that party on a port: the first rule for it counts. */
    public Fate next(int port, Party party) {
        return rules.stream()
                .filter(rule -> rule.isFor(party))
                .findFirst()
                .map(rule -> rule.dice().draw(port))
                .orElse(Fate.FINE);
    }
}
