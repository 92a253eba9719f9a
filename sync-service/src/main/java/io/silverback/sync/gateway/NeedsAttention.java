package io.silverback.sync.gateway;

import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.kong.apply.Holds;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.Uncarried;
import io.silverback.kong.state.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What needs a person, by entity type and reason; an event names the first of very many. */
final class NeedsAttention {

    private static final int MOST_NAMES = 200;
    private static final String EXPIRED = "it ended before it could be written";

    private static final String UNGUARDED =
            "its plugins follow while it serves already: this version of Kong cannot hold it back";

    private NeedsAttention() {}

    static List<Attention> of(Diff diff, Holds holds) {
        Map<Key, List<String>> names = new TreeMap<>();
        for (Uncarried one : diff.uncarried()) {
            add(names, new Key(one.entity().type(), one.reason()), one.owner());
        }
        for (Entity one : diff.expired()) {
            add(names, new Key(one.type(), EXPIRED), one.label());
        }
        for (Entity one : holds.unguarded()) {
            add(names, new Key(one.type(), UNGUARDED), one.label());
        }
        List<Attention> attention = new ArrayList<>();
        names.forEach((key, all) -> attention.add(attention(key.type(), all, key.reason())));
        return attention;
    }

    static Attention attention(String type, List<String> names, String reason) {
        return names.size() <= MOST_NAMES
                ? new Attention(type, names, reason)
                : new Attention(
                        type,
                        names.subList(0, MOST_NAMES),
                        reason + " (the first " + MOST_NAMES + " of " + names.size() + ")");
    }

    private static void add(Map<Key, List<String>> names, Key key, String name) {
        names.computeIfAbsent(key, ignored -> new ArrayList<>()).add(name);
    }

    private record Key(String type, String reason) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : reason.compareTo(other.reason);
        }
    }
}
