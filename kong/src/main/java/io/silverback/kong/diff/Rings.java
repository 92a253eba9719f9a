package io.silverback.kong.diff;

import io.silverback.kong.diff.Change.Update;
import io.silverback.kong.state.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Updates of which each shall get a unique key that the next one still has, round and round: one of
 * them gives its own up first, for a value in between. Pure.
 */
final class Rings {
    static final String WHY = "each shall get what the other has, and no other value can be had";

    private final Map<String, Update> waiting = new LinkedHashMap<>();
    private final Map<String, List<UniqueKey>> claims = new HashMap<>();
    private final Map<UniqueKey, String> holders = new HashMap<>();
    private final Map<String, Set<String>> aside = new HashMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    private Rings(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Update update && !update.released().isEmpty()) {
                update.released().forEach(key -> holders.put(key, name(update)));
            }
        }
        for (Change change : changes) {
            if (change instanceof Update update) {
                note(update);
            }
        }
    }

    /** Finds the rings among changes and opens them. */
    static Rings of(List<Change> changes) {
        Rings rings = new Rings(changes);
        rings.dropWhatWaitsForNobody();
        while (!rings.waiting.isEmpty()) {
            rings.open();
            rings.dropWhatWaitsForNobody();
        }
        return rings;
    }

    /** What can't be opened. */
    List<Conflict> conflicts() {
        return conflicts;
    }

    /** The same change, which gives up first what it must. */
    Change opened(Change change) {
        Set<String> fields = aside.get(name(change));
        return change instanceof Update update && fields != null ? update.aside(fields) : change;
    }

    private void note(Update update) {
        List<UniqueKey> wanted = new ArrayList<>(update.claimed());
        wanted.removeIf(key -> !holders.containsKey(key));
        if (!wanted.isEmpty()) {
            waiting.put(name(update), update);
            claims.put(name(update), wanted);
        }
    }

    private void dropWhatWaitsForNobody() {
        boolean dropped = true;
        while (dropped) {
            dropped = waiting.keySet().removeIf(one -> claim(one).isEmpty());
        }
    }

    /** A key that another one, which waits itself, has still. */
    private Optional<UniqueKey> claim(String one) {
        return claims.getOrDefault(one, List.of()).stream()
                .filter(key -> waiting.containsKey(holders.get(key)))
                .findFirst();
    }

    private void open() {
        String start = onRing();
        String one = start;
        do {
            UniqueKey key = claim(one).orElseThrow();
            String holder = String.valueOf(holders.get(key));
            if (Aside.isPossible(key)) {
                aside.computeIfAbsent(holder, h -> new TreeSet<>()).add(key.fields().get(0));
                give(one, key);
                return;
            }
            one = holder;
        } while (!one.equals(start));
        refuse(one);
    }

    private String onRing() {
        Set<String> seen = new HashSet<>();
        String one = waiting.keySet().iterator().next();
        while (seen.add(one)) {
            one = String.valueOf(holders.get(claim(one).orElseThrow()));
        }
        return one;
    }

    private void refuse(String one) {
        UniqueKey key = claim(one).orElseThrow();
        Update update = waiting.get(one);
        Update holder = waiting.get(holders.get(key));
        if (update != null && holder != null) {
            conflicts.add(new Conflict(update.entity(), holder.actual(), key.fields(), WHY));
        }
        give(one, key);
    }

    private void give(String one, UniqueKey key) {
        claims.getOrDefault(one, new ArrayList<>()).remove(key);
    }

    private static String name(Change change) {
        return ActualSide.key(change.entity());
    }
}
