package io.silverback.simulator.conformance;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * Seeded ids and names for those of a recording. A name keeps its length and the kinds of its
 * characters, so that what was refused stays refused.
 */
final class NewNames {
    private static final Set<String> NAMING =
            Set.of("name", "username", "custom_id", "instance_name", "group");
    private static final Set<String> NAMED_OTHERWISE =
            Set.of("plugins", "vaults", "schemas", "snis", "certificates", "upstreams");

    private final Random random;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private NewNames(long seed) {
        this.random = new Random(seed);
    }

    static NewNames of(Recording recording, long seed) {
        NewNames names = new NewNames(seed);
        Set<String> old = new TreeSet<>();
        recording.exchanges().forEach(exchange -> collect(exchange.asked(), old));
        Set<String> taken = new HashSet<>(old);
        for (String name : old) {
            String other = names.other(name);
            while (!taken.add(other) && name.matches(".*[A-Za-z0-9]{3}.*")) {
                other = names.other(name);
            }
            names.names.put(name, other);
        }
        return names;
    }

    private static void collect(Exchange.Asked asked, Set<String> old) {
        List<String> segments =
                new ArrayList<>(List.of(asked.path().split("\\?")[0].substring(1).split("/")));
        if (segments.stream().anyMatch(NAMED_OTHERWISE::contains)) {
            return;
        }
        if (asked.body() != null && Bodies.parsed(asked.body()) instanceof Map<?, ?> body) {
            body.forEach(
                    (member, value) -> {
                        if (NAMING.contains(member) && value instanceof String name) {
                            old.add(name);
                        }
                    });
        }
        if (asked.method().equals("PUT") && segments.size() % 2 == 0) {
            String last = segments.get(segments.size() - 1);
            old.add(URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        old.removeIf(name -> Counterparts.UUID.matcher(name).matches() || name.length() < 3);
    }

    static boolean isNaming(String member) {
        return NAMING.contains(member);
    }

    boolean isKnown(String name) {
        return names.containsKey(name);
    }

    /** The new name; a text that is no name of the recording stays. */
    String of(String name) {
        return names.getOrDefault(name, name);
    }

    String withNewIds(String text) {
        return Counterparts.UUID
                .matcher(text)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        ids.computeIfAbsent(match.group(), any -> uuid())));
    }

    private String uuid() {
        return new UUID(
                        random.nextLong() & 0xffffffffffff0fffL | 0x4000L,
                        random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L)
                .toString();
    }

    private String other(String name) {
        return name.codePoints()
                .map(this::other)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private int other(int c) {
        if (c >= 'a' && c <= 'z') {
            return 'a' + random.nextInt(26);
        }
        if (c >= 'A' && c <= 'Z') {
            return 'A' + random.nextInt(26);
        }
        return c >= '0' && c <= '9' ? '0' + random.nextInt(10) : c;
    }
}
