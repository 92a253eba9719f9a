package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The plugin bot-detection: robots by their User-Agent. */
final class BotDetection implements Enforcer {
    private static final Pattern KNOWN =
            Pattern.compile(
                    "[^c][^u]bot\\b|spider|crawl|slurp|archiver|facebookexternalhit",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public @Nullable Answer access(Exchange exchange, Document config) {
        String agent = exchange.request().header("User-Agent");
        if (agent == null || matches(config.list("allow"), agent)) {
            return null;
        }
        boolean robot = matches(config.list("deny"), agent) || KNOWN.matcher(agent).find();
        return robot ? Answer.message(403, "Forbidden") : null;
    }

    private static boolean matches(List<?> expressions, String agent) {
        return expressions.stream()
                .anyMatch(regex -> Pattern.compile(String.valueOf(regex)).matcher(agent).find());
    }
}
