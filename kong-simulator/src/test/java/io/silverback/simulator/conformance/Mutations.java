package io.silverback.simulator.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Thirty-one ways in which a simulator could answer wrongly. */
final class Mutations {
    private static final Set<String> TIMES = Set.of("created_at", "updated_at", "ttl");

    private Mutations() {}

    static Map<String, Spoiler> all() {
        Map<String, Spoiler> all = new LinkedHashMap<>();
        statuses(all);
        headers(all);
        errors(all);
        values(all);
        lists(all);
        generated(all);
        all.put(
                "a page turned round",
                Spoiler.value(Mutations::isPageOfMany, Mutations::reversed).ofSuccess());
        return all;
    }

    private static void statuses(Map<String, Spoiler> all) {
        all.put("201 for an update", Spoiler.status(200, 201));
        all.put("200 for what was created", Spoiler.status(201, 200));
        all.put("404 for deleting", Spoiler.status(204, 404));
        all.put("400 for a conflict", Spoiler.status(409, 400));
        all.put("empty success for what is not there", Spoiler.status(404, 200));
        all.put("404 for a method that is not allowed", Spoiler.status(405, 404));
    }

    private static void headers(Map<String, Spoiler> all) {
        all.put("another type of content", Spoiler.header("Content-Type", "application/json"));
        all.put("no CORS header", Spoiler.header("Access-Control-Allow-Origin", null));
        all.put("one origin only", Spoiler.header("Access-Control-Allow-Origin", "http://a"));
        all.put("a method missing in Allow", Spoiler.header("Allow", "GET, HEAD, OPTIONS"));
        all.put("a challenge", Spoiler.extraHeader("WWW-Authenticate", "Key realm=\"kong\""));
        all.put("a location", Spoiler.extraHeader("Location", "/services/1"));
    }

    private static void errors(Map<String, Spoiler> all) {
        all.put("another error code", Spoiler.value(named("code"), Mutations::oneMore));
        all.put("another error message", Spoiler.value(named("message"), Mutations::louder));
        all.put("no error fields", Spoiler.value(named("fields"), value -> Spot.NOTHING));
    }

    private static void values(Map<String, Spoiler> all) {
        all.put("a default lost", Spoiler.value(Mutations::isCount, value -> null).ofSuccess());
        all.put(
                "a number off by one",
                Spoiler.value(Mutations::isCount, Mutations::oneMore).ofSuccess());
        all.put(
                "a switch turned",
                Spoiler.value(
                                spot -> spot.value() instanceof Boolean,
                                value -> !Boolean.TRUE.equals(value))
                        .ofSuccess());
        all.put(
                "a member missing",
                Spoiler.value(Mutations::isMember, value -> Spot.NOTHING).ofSuccess());
        all.put(
                "an empty list for null",
                Spoiler.value(
                                spot -> spot.value() == null && !spot.name().equals("next"),
                                value -> new ArrayList<>())
                        .ofSuccess());
        all.put("null for a list", Spoiler.value(Mutations::isList, value -> null).ofSuccess());
        all.put(
                "a reference lost",
                Spoiler.value(
                                spot ->
                                        spot.value() instanceof Map<?, ?> map
                                                && map.keySet().equals(Set.of("id")),
                                value -> null)
                        .ofSuccess());
        all.put(
                "a name in other letters",
                Spoiler.value(Mutations::isName, Mutations::louder).ofSuccess());
    }

    private static void lists(Map<String, Spoiler> all) {
        all.put(
                "a list turned round",
                Spoiler.value(Mutations::isOrdered, Mutations::reversed).ofSuccess());
        all.put(
                "an entity missing",
                Spoiler.value(Mutations::isPage, Mutations::shortened).ofSuccess());
        all.put(
                "an entity twice",
                Spoiler.value(Mutations::isPage, Mutations::repeated).ofSuccess());
        all.put(
                "no next page",
                Spoiler.value(
                        spot -> spot.path().equals(".next") && spot.value() != null,
                        value -> null));
        all.put(
                "a next page elsewhere",
                Spoiler.value(
                        spot -> spot.path().equals(".next") && spot.value() != null,
                        value -> "/nowhere" + value));
    }

    private static void generated(Map<String, Spoiler> all) {
        all.put(
                "another id than before",
                Spoiler.value(
                                spot -> spot.path().equals(".id"),
                                value -> "0f0e0d0c-0b0a-4908-8706-050403020100")
                        .when(asked -> asked.method().equals("GET")));
        all.put(
                "milliseconds for seconds",
                Spoiler.value(
                        spot -> spot.name().equals("created_at") && spot.value() instanceof Number,
                        value ->
                                value instanceof Number number
                                        ? number.longValue() * 1000
                                        : value));
    }

    private static java.util.function.Predicate<Spot> named(String name) {
        return spot -> spot.path().equals("." + name);
    }

    private static boolean isCount(Spot spot) {
        return spot.value() instanceof Number && !TIMES.contains(spot.name());
    }

    private static boolean isMember(Spot spot) {
        return spot.holder() instanceof Map<?, ?>;
    }

    private static boolean isList(Spot spot) {
        return spot.value() instanceof List<?>;
    }

    private static boolean isPage(Spot spot) {
        return spot.path().equals(".data")
                && spot.value() instanceof List<?> list
                && !list.isEmpty();
    }

    private static boolean isPageOfMany(Spot spot) {
        return isPage(spot)
                && spot.value() instanceof List<?> list
                && list.size() > 2
                && list.get(0) instanceof Map<?, ?> first
                && first.containsKey("id");
    }

    private static boolean isName(Spot spot) {
        return Set.of("name", "username", "group", "host").contains(spot.name())
                && spot.value() instanceof String text
                && !text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static boolean isOrdered(Spot spot) {
        return !spot.path().equals(".data")
                && !spot.path().equals(".enabled_plugins")
                && !spot.path().equals(".plugins.enabled_in_cluster")
                && !spot.name().contains("workers")
                && spot.value() instanceof List<?> list
                && list.size() > 1
                && !list.equals(reversed(list));
    }

    private static @Nullable Object oneMore(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() + 1 : value;
    }

    private static @Nullable Object louder(@Nullable Object value) {
        return String.valueOf(value).toUpperCase(Locale.ROOT);
    }

    private static Object reversed(@Nullable Object value) {
        List<Object> list = new ArrayList<>((List<?>) java.util.Objects.requireNonNull(value));
        Collections.reverse(list);
        return list;
    }

    private static Object shortened(@Nullable Object value) {
        List<?> list = (List<?>) java.util.Objects.requireNonNull(value);
        return new ArrayList<>(list.subList(1, list.size()));
    }

    private static Object repeated(@Nullable Object value) {
        List<Object> list = new ArrayList<>((List<?>) java.util.Objects.requireNonNull(value));
        list.set(list.size() - 1, list.get(0));
        if (list.size() == 1) {
            list.add(list.get(0));
        }
        return list;
    }
}
