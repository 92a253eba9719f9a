package io.silverback.simulator.proxy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the {@code $(…)} in a transformer's value: captures, headers and parameters by name. */
final class Template {
    private static final Pattern PLACE =
            Pattern.compile(
                    "\\$\\(\\s*(uri_captures|headers|query_params)(?:\\.(\\w+)|\\[['\"]?([^'\"\\]]+)['\"]?\\])\\s*\\)");

    private Template() {}

    static String filled(String template, Exchange exchange) {
        if (!template.contains("$(")) {
            return template;
        }
        return PLACE.matcher(template)
                .replaceAll(
                        place -> Matcher.quoteReplacement(value(place.group(1), place, exchange)));
    }

    private static String value(
            String source, java.util.regex.MatchResult place, Exchange exchange) {
        String dotted = place.group(2);
        String name = dotted == null ? place.group(3) : dotted;
        MatchedRoute matched = exchange.matched();
        @Nullable String value =
                switch (source) {
                    case "uri_captures" -> matched == null ? null : matched.captures().get(name);
                    case "headers" -> exchange.request().header(name.replace('_', '-'));
                    default -> Parameters.ofQuery(exchange.request().query()).first(name);
                };
        return value == null ? "" : value;
    }
}
