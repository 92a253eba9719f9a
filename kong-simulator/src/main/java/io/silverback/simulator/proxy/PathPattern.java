package io.silverback.simulator.proxy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A regular expression of a route; its groups may have names that Java does not allow. */
record PathPattern(Pattern pattern, Map<String, Integer> names) {
    private static final Pattern GROUP =
            Pattern.compile("\\\\.|\\((?:\\?P?<([A-Za-z_]\\w*)>|(?!\\?))");

    /** Anchored at the begin only, without grouping: an alternation's second half is not. */
    static PathPattern of(String regex) {
        return anywhere("^" + regex);
    }

    static PathPattern anywhere(String regex) {
        Map<String, Integer> names = new LinkedHashMap<>();
        StringBuilder plain = new StringBuilder();
        Matcher matcher = GROUP.matcher(regex);
        int groups = 0;
        while (matcher.find()) {
            String found = matcher.group();
            boolean escape = found.startsWith("\\");
            groups += escape ? 0 : 1;
            String name = matcher.group(1);
            if (name != null) {
                names.put(name, groups);
            }
            matcher.appendReplacement(plain, escape ? Matcher.quoteReplacement(found) : "(");
        }
        matcher.appendTail(plain);
        return new PathPattern(Pattern.compile(plain.toString()), names);
    }

    @Nullable Captures match(String path) {
        Matcher matcher = pattern.matcher(path);
        if (!matcher.find()) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i <= matcher.groupCount(); i++) {
            put(values, String.valueOf(i), matcher.group(i));
        }
        names.forEach((name, group) -> put(values, name, matcher.group(group)));
        return new Captures(values);
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
