package io.silverback.simulator.entity;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Pem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values that follow from others, and members that stand for several fields. */
final class Derivations {
    private static final String DEFAULT_PORT = ":8000";
    private static final int IPV6_GROUPS = 8;
    private static final Pattern IPV6 =
            Pattern.compile(
                    "\\[?((?=.*:.*:)(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4})(?:](:\\d+)?)?");

    private Derivations() {}

    static @Nullable Object derived(String way, Document entity, @Nullable Object value) {
        return switch (way) {
            case "certificate-digest" ->
                    entity.text("cert") == null
                            ? value
                            : Pem.digest(String.valueOf(entity.get("cert")));
            case "expressions-first" ->
                    value instanceof List<?> paths ? expressionsFirst(paths) : value;
            case "target-address" -> value instanceof String target ? address(target) : value;
            case "sha256-of-contents" ->
                    entity.text("contents") == null
                            ? value
                            : Secrets.sha256(String.valueOf(entity.get("contents")));
            case "token-ident" ->
                    entity.text("user_token") == null
                                    || Secrets.isHiddenToken(entity.text("user_token"))
                            ? value
                            : Secrets.sha256(String.valueOf(entity.get("user_token")))
                                    .substring(0, 5);
            default -> throw new IllegalStateException("No derivation " + way);
        };
    }

    private static List<?> expressionsFirst(List<?> paths) {
        return paths.stream()
                .sorted(Comparator.comparing(path -> !String.valueOf(path).startsWith("~")))
                .toList();
    }

    /** With a port, and an IPv6 address in its full form. */
    private static String address(String target) {
        Matcher ipv6 = IPV6.matcher(target);
        if (ipv6.matches()) {
            String port = ipv6.group(2) == null ? DEFAULT_PORT : ipv6.group(2);
            return "[" + fullForm(ipv6.group(1)) + "]" + port;
        }
        return target.contains(":") ? target : target + DEFAULT_PORT;
    }

    private static String fullForm(String address) {
        String[] halves = address.split("::", 2);
        List<String> groups = groups(halves[0]);
        if (halves.length == 2) {
            List<String> tail = groups(halves[1]);
            while (groups.size() + tail.size() < IPV6_GROUPS) {
                groups.add("0000");
            }
            groups.addAll(tail);
        }
        return String.join(":", groups);
    }

    private static List<String> groups(String text) {
        return Arrays.stream(text.split(":"))
                .filter(group -> !group.isEmpty())
                .map(group -> "0".repeat(4 - group.length()) + group.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static void expand(String member, String way, Document entity) {
        Object value = entity.remove(member);
        if (value == null) {
            return;
        }
        switch (way) {
            case "service-url" -> serviceUrl(value, entity);
            case "comma-list" ->
                    entity.put(
                            member,
                            value instanceof String text ? List.of(text.split(" *, *")) : value);
            default -> throw new IllegalStateException("No shorthand " + way);
        }
    }

    private static void serviceUrl(Object value, Document entity) {
        try {
            URI url = new URI(String.valueOf(value));
            boolean secure = "https".equals(url.getScheme());
            entity.put("protocol", url.getScheme());
            entity.put("host", url.getHost());
            entity.put("port", url.getPort() > 0 ? url.getPort() : secure ? 443 : 80);
            String path = url.getRawPath();
            entity.put("path", path == null || path.isEmpty() ? null : path);
        } catch (URISyntaxException e) {
            entity.put("host", null);
        }
    }
}
