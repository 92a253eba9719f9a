package io.silverback.simulator.conformance;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A recording in which other ids and names stand, the same everywhere. */
final class Reseeding {
    private static final Pattern QUOTED = Pattern.compile("(?<=[\"'])[^\"']+(?=[\"'])");

    private final NewNames names;

    private Reseeding(NewNames names) {
        this.names = names;
    }

    static Recording of(Recording recording, long seed) {
        Reseeding reseeding = new Reseeding(NewNames.of(recording, seed));
        return recording.reseeded(recording.exchanges().stream().map(reseeding::changed).toList());
    }

    private Exchange changed(Exchange exchange) {
        Exchange.Asked asked = exchange.asked();
        return new Exchange(
                exchange.name(),
                exchange.redacted(),
                new Exchange.Asked(
                        asked.method(), path(asked.path()), asked.contentType(), body(asked)),
                exchange.answer().withBody(json(exchange.answer().body())));
    }

    private @Nullable String body(Exchange.Asked asked) {
        String type = asked.contentType() == null ? "" : asked.contentType();
        String body = asked.body();
        return body == null ? null : type.contains("form") ? form(body) : json(body);
    }

    private String form(String body) {
        List<String> pairs = new ArrayList<>();
        for (String pair : body.split("&")) {
            String[] sides = pair.split("=", 2);
            pairs.add(
                    sides.length == 2 && NewNames.isNaming(sides[0])
                            ? sides[0] + "=" + segment(sides[1])
                            : names.withNewIds(pair));
        }
        return String.join("&", pairs);
    }

    private String json(String body) {
        Object value = Bodies.parsed(body);
        return value instanceof Map<?, ?> || value instanceof List<?>
                ? new String(Json.bytes(changed("", value)), StandardCharsets.UTF_8)
                : names.withNewIds(body);
    }

    private @Nullable Object changed(String member, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Document document = new Document();
            map.forEach(
                    (name, inner) ->
                            document.put(
                                    String.valueOf(name),
                                    name.equals("name") && map.containsKey("config")
                                            ? inner
                                            : changed(String.valueOf(name), inner)));
            return document;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(changed("", element)));
            return elements;
        }
        return value instanceof String text ? text(member, text) : value;
    }

    private String text(String member, String text) {
        if (NewNames.isNaming(member) && names.isKnown(text)) {
            return names.of(text);
        }
        if (member.equals("next")) {
            return path(text);
        }
        String quoted =
                member.equals("message") || NewNames.isNaming(member)
                        ? QUOTED.matcher(text)
                                .replaceAll(
                                        match -> Matcher.quoteReplacement(names.of(match.group())))
                        : text;
        return names.withNewIds(quoted);
    }

    private String path(String path) {
        String[] parts = path.split("\\?", 2);
        String[] segments = parts[0].split("/", -1);
        for (int i = 2; i < segments.length; i += 2) {
            segments[i] = segments[1].equals("tags") ? segments[i] : segment(segments[i]);
        }
        String changed = String.join("/", segments);
        return parts.length == 2 ? changed + "?" + form(parts[1]) : changed;
    }

    private String segment(String raw) {
        String decoded = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        return names.isKnown(decoded)
                ? URLEncoder.encode(names.of(decoded), StandardCharsets.UTF_8).replace("+", "%20")
                : names.withNewIds(raw);
    }
}
