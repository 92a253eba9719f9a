package io.silverback.kong.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values for <code>${{ env "DECK_X" }}</code>; only names that begin with {@code DECK_} are asked
 * for.
 */
public final class DeckEnvironment {
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "\\$\\{\\{\\s*env\\s+\"(DECK_\\w+)\"\\s*(?:\\|\\s*(?:toInt|toBool|toFloat)\\s*)?}}");

    private final Function<String, Optional<String>> values;

    /** Takes the values from this function. */
    public DeckEnvironment(Function<String, Optional<String>> values) {
        this.values = values;
    }

    String resolve(String file, String text) {
        List<String> problems = new ArrayList<>();
        String resolved =
                VARIABLE.matcher(text).replaceAll(found -> value(found.group(1), problems));
        if (!problems.isEmpty()) {
            throw new DeckException(file, problems);
        }
        return resolved;
    }

    private String value(String name, List<String> problems) {
        Optional<String> value = values.apply(name);
        if (value.isEmpty()) {
            problems.add("the variable " + name + " has no value");
        }
        return Matcher.quoteReplacement(value.orElse(""));
    }
}
