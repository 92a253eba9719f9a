package io.silverback.simulator.conformance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares whole answers: status, the headers that clients depend on, and the body. */
final class AnswerComparison {
    private static final List<String> HEADERS =
            List.of("content-type", "allow", "www-authenticate", "location");

    private final Counterparts counterparts;
    private final ValueComparison values;
    private final Pages pages;
    private final ListOrder order;

    AnswerComparison(
            Counterparts counterparts, ValueComparison values, Shown shown, ListOrder order) {
        this.order = order;
        this.counterparts = counterparts;
        this.values = values;
        this.pages = new Pages(values, counterparts, shown);
    }

    /** What differs first, or null. */
    @Nullable String difference(
            Exchange.Asked asked, Exchange.Answer recorded, Exchange.Answer ours) {
        if (recorded.status() != ours.status()) {
            return "status: " + ours.status() + " for " + recorded.status() + " " + ours.body();
        }
        String header = headers(recorded, ours);
        return header != null ? header : body(asked.path(), recorded.body(), ours.body());
    }

    private @Nullable String headers(Exchange.Answer recorded, Exchange.Answer ours) {
        TreeSet<String> names = new TreeSet<>();
        Stream.concat(recorded.headers().stream(), ours.headers().stream())
                .map(pair -> pair.get(0).toLowerCase(Locale.ROOT))
                .filter(name -> HEADERS.contains(name) || name.startsWith("access-control-"))
                .forEach(names::add);
        for (String name : names) {
            List<String> theirs =
                    recorded.header(name).stream().map(counterparts::translated).toList();
            if (!theirs.equals(ours.header(name))) {
                return name + ": " + ours.header(name) + " for " + theirs;
            }
        }
        return null;
    }

    private @Nullable String body(String path, String recorded, String ours) {
        Object theirs = Bodies.parsed(TimerNames.numbered(recorded));
        Object own = Bodies.parsed(TimerNames.numbered(ours));
        String found =
                theirs instanceof Map<?, ?> page
                                && own instanceof Map<?, ?> ownPage
                                && Bodies.isPage(page)
                                && Pages.isPart(path, page)
                        ? pages.difference(path, page, ownPage)
                        : values.difference("", theirs, own);
        String first = found == null ? order.difference(theirs, own) : found;
        return first == null ? null : "body" + first;
    }
}
