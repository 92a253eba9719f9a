package io.silverback.simulator.conformance;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares pages that are parts of a collection. Generated ids decide what stands on which page, so
 * a page must have the recorded number of entities, none that an earlier page had, each of them one
 * of the recorded pages; where the recording stops before the last page, one shown elsewhere in it.
 */
final class Pages {
    private final ValueComparison values;
    private final Counterparts counterparts;
    private final Shown shown;
    private final Map<String, Chain> chains = new HashMap<>();

    Pages(ValueComparison values, Counterparts counterparts, Shown shown) {
        this.values = values;
        this.counterparts = counterparts;
        this.shown = shown;
    }

    /** The pages of one walk: what may still come, and our elements that came. */
    private record Chain(List<Object> recorded, boolean complete, Set<Object> seen) {}

    /** Whether a page is not the whole collection. */
    static boolean isPart(String path, Map<?, ?> page) {
        return page.get("next") != null || path.contains("offset=");
    }

    @Nullable String difference(String path, Map<?, ?> recorded, Map<?, ?> ours) {
        if (!recorded.keySet().equals(ours.keySet())) {
            return ": members " + ours.keySet() + " for " + recorded.keySet();
        }
        Chain chain = chain(path, recorded);
        String found = elements(chain, (List<?>) recorded.get("data"), ours.get("data"));
        return found != null ? found : links(chain, recorded, ours);
    }

    private Chain chain(String path, Map<?, ?> recorded) {
        String offset = query(path).get("offset");
        Chain known = offset == null ? null : chains.get(offset);
        if (known != null) {
            return known;
        }
        Shown.Walk walk = shown.walk(path, recorded);
        return new Chain(new ArrayList<>(walk.elements()), walk.complete(), new HashSet<>());
    }

    private @Nullable String elements(Chain chain, List<?> recorded, @Nullable Object given) {
        if (!(given instanceof List<?> ours) || ours.size() != recorded.size()) {
            return ".data: " + given + " for " + recorded.size() + " elements";
        }
        for (Object element : ours) {
            if (!chain.seen().add(element)) {
                return ".data: twice " + element;
            }
            if (!takes(chain, element)) {
                return ".data: unknown " + element;
            }
        }
        return null;
    }

    private boolean takes(Chain chain, Object element) {
        for (int i = 0; i < chain.recorded().size(); i++) {
            if (matches(chain.recorded().get(i), element)) {
                chain.recorded().remove(i);
                return true;
            }
        }
        return !chain.complete()
                && shown.everywhere(element, counterparts).stream()
                        .anyMatch(candidate -> matches(candidate, element));
    }

    private boolean matches(Object recorded, Object ours) {
        return values.position(".data", recorded, List.of(ours)) == 0;
    }

    private @Nullable String links(Chain chain, Map<?, ?> recorded, Map<?, ?> ours) {
        if (!(recorded.get("next") instanceof String next)) {
            return ours.get("next") == null ? null : ".next: " + ours.get("next") + " for null";
        }
        if (!(ours.get("next") instanceof String own)) {
            return ".next: null for " + next;
        }
        Map<String, String> theirs = query(next);
        Map<String, String> given = query(own);
        String offset = theirs.remove("offset");
        String ownOffset = given.remove("offset");
        if (offset == null
                || ownOffset == null
                || !ownOffset.equals(ours.get("offset"))
                || !theirs.equals(given)
                || !counterparts.translated(path(next)).equals(path(own))) {
            return ".next: " + own + " for " + next;
        }
        counterparts.bind(offset, ownOffset);
        chains.put(offset, chain);
        return null;
    }

    private static String path(String link) {
        return link.split("\\?", 2)[0];
    }

    static Map<String, String> query(String link) {
        Map<String, String> pairs = new TreeMap<>();
        String[] parts = link.split("\\?", 2);
        if (parts.length == 2) {
            for (String pair : parts[1].split("&")) {
                String[] sides = pair.split("=", 2);
                pairs.put(
                        sides[0],
                        sides.length == 2
                                ? URLDecoder.decode(sides[1], StandardCharsets.UTF_8)
                                : "");
            }
        }
        return pairs;
    }
}
