package io.silverback.simulator.conformance;

import io.silverback.simulator.schema.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One value in a JSON body, with the object or list that holds it. */
record Spot(String path, Object holder, Object key, @Nullable Object value) {
    /** What stands for a value that is taken out. */
    static final Object NOTHING = new Object();

    /** The name of the member, or of the list that the value is in. */
    String name() {
        String member = path.replaceAll("\\[\\d+]$", "");
        return member.substring(member.lastIndexOf('.') + 1);
    }

    /**
     * A body with one of the values that a predicate accepts changed; null when it accepts none.
     */
    static @Nullable String changed(
            String body,
            Random random,
            Predicate<Spot> accepted,
            UnaryOperator<@Nullable Object> change) {
        Object root = Bodies.parsed(body);
        List<Spot> spots = new ArrayList<>();
        collect("", root, spots);
        spots.removeIf(spot -> Measured.at(spot.path()) || !accepted.test(spot));
        if (spots.isEmpty() || root == null) {
            return null;
        }
        Spot spot = spots.get(random.nextInt(spots.size()));
        spot.put(change.apply(spot.value()));
        return new String(Json.bytes(root), StandardCharsets.UTF_8);
    }

    private static void collect(String path, @Nullable Object value, List<Spot> spots) {
        if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (name, member) -> {
                        spots.add(new Spot(path + "." + name, map, name, member));
                        collect(path + "." + name, member, spots);
                    });
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                spots.add(new Spot(path + "[" + i + "]", list, i, list.get(i)));
                collect(path + "[" + i + "]", list.get(i), spots);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void put(@Nullable Object changed) {
        if (holder instanceof List<?>) {
            List<@Nullable Object> list = (List<@Nullable Object>) holder;
            int index = (Integer) key;
            if (changed == NOTHING) {
                list.remove(index);
            } else {
                list.set(index, changed);
            }
        } else if (changed == NOTHING) {
            ((Map<Object, @Nullable Object>) holder).remove(key);
        } else {
            ((Map<Object, @Nullable Object>) holder).put(key, changed);
        }
    }
}
