package io.silverback.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares recorded bodies with ours: generated ids by consistent reference, times by shape, pages
 * as sets.
 */
final class Comparison {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> BY_SHAPE =
            Set.of("created_at", "updated_at", "ttl", "next", "offset", "node_id");
    private static final Set<String> GENERATED =
            Set.of("key", "secret", "client_id", "client_secret", "access_token", "provision_key");

    private final Map<String, String> ids = new HashMap<>();

    /** A recorded text with our ids in place of the recorded ones. */
    String translated(String text) {
        return UUID.matcher(text)
                .replaceAll(match -> ids.getOrDefault(match.group(), match.group()));
    }

    /** The first difference, or null. */
    @Nullable String difference(@Nullable Object recorded, @Nullable Object ours) {
        return difference("", recorded, ours);
    }

    private @Nullable String difference(
            String path, @Nullable Object recorded, @Nullable Object ours) {
        if (recorded instanceof Map<?, ?> a && ours instanceof Map<?, ?> b) {
            return objects(path, a, b);
        }
        if (recorded instanceof List<?> a && ours instanceof List<?> b) {
            return lists(path, a, b);
        }
        if (recorded instanceof String a
                && ours instanceof String b
                && UUID.matcher(a).matches()
                && UUID.matcher(b).matches()) {
            String known = ids.putIfAbsent(a, b);
            return known == null || known.equals(b) ? null : path + ": id " + b + " for " + known;
        }
        if (recorded instanceof Number a && ours instanceof Number b) {
            return a.doubleValue() == b.doubleValue() ? null : path + ": " + b + " for " + a;
        }
        return Objects.equals(recorded, ours) ? null : path + ": " + ours + " for " + recorded;
    }

    private @Nullable String objects(String path, Map<?, ?> recorded, Map<?, ?> ours) {
        if (!recorded.keySet().equals(ours.keySet())) {
            return path + ": members " + ours.keySet() + " for " + recorded.keySet();
        }
        for (Object name : recorded.keySet()) {
            Object a = recorded.get(name);
            Object b = ours.get(name);
            String difference =
                    sameShape(String.valueOf(name), a, b)
                            ? null
                            : difference(path + "." + name, a, b);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static boolean sameShape(String name, @Nullable Object a, @Nullable Object b) {
        boolean kind =
                a == null ? b == null : b != null && (a instanceof Number) == (b instanceof Number);
        boolean generated =
                GENERATED.contains(name)
                        && a instanceof String text
                        && (text.matches("\\w{32}") || text.startsWith("$pbkdf2-sha512$"));
        return kind && (BY_SHAPE.contains(name) || generated);
    }

    private @Nullable String lists(String path, List<?> recorded, List<?> ours) {
        if (recorded.size() != ours.size()) {
            return path + ": " + ours.size() + " elements for " + recorded.size();
        }
        if (!path.equals(".data") && !path.equals(".enabled_plugins")) {
            for (int i = 0; i < recorded.size(); i++) {
                String difference = difference(path + "[" + i + "]", recorded.get(i), ours.get(i));
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        for (Object a : recorded) {
            Map<String, String> before = Map.copyOf(ids);
            boolean found =
                    ours.stream()
                            .anyMatch(
                                    b -> {
                                        boolean same = difference(path, a, b) == null;
                                        if (!same) {
                                            ids.keySet().retainAll(before.keySet());
                                        }
                                        return same;
                                    });
            if (!found) {
                return path + ": nothing for " + a;
            }
        }
        return null;
    }
}
