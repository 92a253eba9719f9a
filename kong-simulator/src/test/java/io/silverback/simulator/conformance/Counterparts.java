package io.silverback.simulator.conformance;

import io.silverback.simulator.schema.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What each gateway generated, and which of ours stands for which recorded one. What a client has
 * sent is never generated: it must come back as it was.
 */
final class Counterparts {
    static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final Pattern PART = Pattern.compile("[^/?&=]+(==?$|==?(?=&))?");

    private static final List<Pattern> SHAPES =
            List.of(
                    UUID,
                    Pattern.compile("[0-9A-Za-z]{32}"),
                    Pattern.compile("[0-9A-Za-z+/]{43}="),
                    Pattern.compile("[0-9a-f]{40}"),
                    Pattern.compile("\\$pbkdf2-sha512\\$i=10000,l=32\\$[^$]{22}\\$[^$]{43}"));

    private final Map<String, String> ours = new HashMap<>();
    private final Map<String, String> recorded = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Set<Object> sent = new HashSet<>();

    /** Remembers what a client sends: the members of a JSON body, a form's values, the path. */
    void sends(Exchange.Asked asked) {
        String body = asked.body() == null ? "" : asked.body();
        try {
            remember(Json.read(body.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            for (String pair : body.split("[&=]")) {
                remember(pair.contains("%") ? decoded(pair) : pair);
            }
        }
        for (String part : asked.path().split("[/?&=]")) {
            remember(decoded(part));
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private void remember(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(this::remember);
        } else if (value instanceof List<?> list) {
            list.forEach(this::remember);
        } else if (value instanceof Number number) {
            sent.add(number.doubleValue());
        } else if (value != null && !ours.containsKey(value)) {
            sent.add(value);
        }
    }

    boolean wasSent(Number number) {
        return sent.contains(number.doubleValue());
    }

    /** Whether the real gateway made that text: it has the shape, and nobody sent it. */
    boolean isGenerated(String text) {
        return ours.containsKey(text) || !sent.contains(text) && shape(text) != null;
    }

    private static @Nullable Pattern shape(String text) {
        return SHAPES.stream()
                .filter(shape -> shape.matcher(text).matches())
                .findFirst()
                .orElse(null);
    }

    /** Takes our text for the recorded one, once and for all; false when it stands for another. */
    boolean pair(String theirs, String own) {
        String known = ours.get(theirs);
        if (known != null) {
            return known.equals(own);
        }
        Pattern shape = shape(theirs);
        if (shape == null || !shape.matcher(own).matches() || recorded.containsKey(own)) {
            return false;
        }
        bind(theirs, own);
        return true;
    }

    /** Says that our text stands for the recorded one, whatever its shape. */
    void bind(String theirs, String own) {
        String old = ours.put(theirs, own);
        if (old != null) {
            recorded.remove(old);
        }
        recorded.put(own, theirs);
        order.add(theirs);
    }

    @Nullable String ours(String theirs) {
        return ours.get(theirs);
    }

    /** The recorded text that ours stands for, or null. */
    @Nullable String recorded(String own) {
        return recorded.get(own);
    }

    /** A point to which {@link #forget} goes back. */
    int mark() {
        return order.size();
    }

    void forget(int mark) {
        while (order.size() > mark) {
            String theirs = order.remove(order.size() - 1);
            recorded.remove(ours.remove(theirs));
        }
    }

    /** A recorded text with our generated ids in place of theirs. */
    String translated(String text) {
        return UUID.matcher(text)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        ours.getOrDefault(match.group(), match.group())));
    }

    /** A recorded body with what we generated in place of what the recorded gateway did. */
    private String translatedBody(String body) {
        String replaced = translated(body);
        for (Map.Entry<String, String> pair : ours.entrySet()) {
            if (!UUID.matcher(pair.getKey()).matches() && pair.getKey().length() >= 32) {
                replaced = replaced.replace(pair.getKey(), pair.getValue());
            }
        }
        return replaced;
    }

    /** A recorded request as we are to be asked. */
    Exchange.Asked translated(Exchange.Asked asked) {
        String path =
                PART.matcher(asked.path())
                        .replaceAll(
                                match ->
                                        Matcher.quoteReplacement(
                                                ours.getOrDefault(
                                                        decoded(match.group()),
                                                        translated(match.group()))));
        return new Exchange.Asked(
                asked.method(),
                path,
                asked.contentType(),
                asked.body() == null ? null : translatedBody(asked.body()));
    }
}
