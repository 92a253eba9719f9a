package io.silverback.kong.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values for <code>${{ env "DECK_X" }}</code>; only names that begin with {@code DECK_} are asked
 * for.
 */
public final class DeckEnvironment {
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "\\$\\{\\{\\s*env\\s+\"(DECK_\\w+)\"\\s*"
                            + "(?:\\|\\s*(?:(toInt|toBool|toFloat)|indent\\s+(\\d{1,3}))\\s*)?}}");

    private final Function<String, Optional<String>> values;

    /** Takes the values from this function. */
    public DeckEnvironment(Function<String, Optional<String>> values) {
        this.values = values;
    }

    String resolve(String file, String text) {
        List<String> problems = new ArrayList<>();
        String resolved = VARIABLE.matcher(text).replaceAll(found -> value(found, problems));
        if (!problems.isEmpty()) {
            throw new DeckException(file, problems);
        }
        return resolved;
    }

    /** Whether the text names a variable. */
    static boolean isIn(String text) {
        return VARIABLE.matcher(text).find();
    }

    /** Whether the text is nothing but a variable that becomes a number or a boolean. */
    static boolean isConverted(String text) {
        Matcher whole = VARIABLE.matcher(text);
        return whole.matches() && whole.group(2) != null;
    }

    private String value(MatchResult found, List<String> problems) {
        String name = found.group(1);
        Optional<String> value = values.apply(name);
        if (value.isEmpty()) {
            problems.add("the variable " + name + " has no value");
        }
        String indent = found.group(3);
        String newLine = "\n" + " ".repeat(indent == null ? 0 : Integer.parseInt(indent));
        return Matcher.quoteReplacement(value.orElse("").replace("\n", newLine));
    }
}
