package io.silverback.simulator.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The rules for texts that descriptors name. A rule answers with Kong's words, or null when the
 * text is right.
 */
final class TextRules {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern ASCII_NAME = Pattern.compile("[\\w.~-]+");
    private static final Pattern HOST =
            Pattern.compile(
                    "[A-Za-z0-9]([\\w-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([\\w-]*[A-Za-z0-9])?)*\\.?");
    private static final Pattern PORT = Pattern.compile("(.+):(\\d{1,5})");
    private static final Pattern VAULT_PREFIX = Pattern.compile("[a-z][a-z0-9-]*[a-z0-9]+");
    private static final Set<String> VAULTS = Set.of("env", "aws", "gcp", "hcv", "azure");

    private static final Map<String, Function<String, @Nullable String>> RULES =
            Map.ofEntries(
                    Map.entry(
                            "uuid",
                            text -> UUID.matcher(text).matches() ? null : "expected a valid UUID"),
                    Map.entry("name", TextRules::name),
                    Map.entry("workspace-name", TextRules::name),
                    Map.entry("tag", TextRules::tag),
                    Map.entry("host", text -> isHost(text) ? null : "invalid value: " + text),
                    Map.entry(
                            "host-port",
                            text -> isHost(withoutPort(text)) ? null : "invalid hostname: " + text),
                    Map.entry("upstream-name", TextRules::upstreamName),
                    Map.entry("wildcard-host", TextRules::wildcardHost),
                    Map.entry("target", TextRules::target),
                    Map.entry("path", TextRules::path),
                    Map.entry("route-path", TextRules::routePath),
                    Map.entry("plain-route-path", TextRules::plainRoutePath),
                    Map.entry(
                            "upper-case",
                            text -> text.matches("[A-Z]+") ? null : "invalid value: " + text),
                    Map.entry(
                            "url",
                            text ->
                                    text.matches("[a-z][a-z0-9+.-]*://.+")
                                            ? null
                                            : "missing host in url"),
                    Map.entry(
                            "vault-prefix",
                            text ->
                                    VAULT_PREFIX.matcher(text).matches()
                                            ? null
                                            : "invalid value: " + text),
                    Map.entry(
                            "vault-kind",
                            text ->
                                    VAULTS.contains(text)
                                            ? null
                                            : "vault '" + text + "' is not installed"),
                    Map.entry("certificate", Pem::certificateError),
                    Map.entry("private-key", Pem::privateKeyError));

    private TextRules() {}

    static @Nullable String check(List<String> rules, String text) {
        for (String rule : rules) {
            Function<String, @Nullable String> function = RULES.get(rule);
            if (function == null) {
                throw new IllegalStateException("No rule " + rule);
            }
            String error = function.apply(text);
            if (error != null) {
                return error;
            }
        }
        return null;
    }

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    private static @Nullable String name(String text) {
        boolean right =
                text.chars()
                        .allMatch(
                                c ->
                                        c > 127
                                                || ASCII_NAME
                                                        .matcher(Character.toString(c))
                                                        .matches());
        return right
                ? null
                : "invalid value '"
                        + text
                        + "': the only accepted ascii characters are alphanumerics or ., -, _, and ~";
    }

    private static @Nullable String tag(String text) {
        return text.contains(",") || text.contains("/")
                ? "invalid tag '"
                        + text
                        + "': expected printable ascii (except `,` and `/`) or valid utf-8 sequences"
                : null;
    }

    private static boolean isHost(String text) {
        return HOST.matcher(text).matches()
                || text.contains(":") && text.matches("\\[?[0-9a-fA-F:.]+]?");
    }

    private static String withoutPort(String text) {
        var matcher = PORT.matcher(text);
        return matcher.matches() ? matcher.group(1) : text;
    }

    private static @Nullable String upstreamName(String text) {
        return isHost(withoutPort(text))
                ? null
                : "Invalid name ('" + text + "'); must be a valid hostname";
    }

    private static @Nullable String wildcardHost(String text) {
        if (text.indexOf('*') != text.lastIndexOf('*')) {
            return "invalid wildcard: must have at most one wildcard";
        }
        if (text.contains("*")
                && !text.equals("*")
                && !text.startsWith("*.")
                && !text.endsWith(".*")) {
            return "invalid wildcard: must be placed at leftmost or rightmost label";
        }
        return isHost(withoutPort(text.replace("*", "wildcard")))
                ? null
                : "invalid hostname: " + text;
    }

    private static @Nullable String target(String text) {
        return isHost(withoutPort(text))
                ? null
                : "Invalid target; not a valid hostname or ip address";
    }

    private static @Nullable String path(String text) {
        if (!text.startsWith("/")) {
            return "should start with: /";
        }
        return text.contains("//") ? "must not have empty segments" : null;
    }

    private static @Nullable String routePath(String text) {
        if (!text.startsWith("/") && !text.startsWith("~/")) {
            return "should start with: / (fixed path) or ~/ (regex path)";
        }
        if (text.contains("//")) {
            return "must not have empty segments";
        }
        return text.startsWith("~") ? regex(text.substring(1)) : null;
    }

    /**
     * Before 3.0 a path with other characters than those of a plain one was a regular expression.
     */
    private static @Nullable String plainRoutePath(String text) {
        String error = path(text);
        return error != null || text.matches("[A-Za-z0-9._~/%-]*") ? error : regex(text);
    }

    private static @Nullable String regex(String text) {
        try {
            Pattern.compile(text);
            return null;
        } catch (PatternSyntaxException e) {
            return "invalid regex: '"
                    + text
                    + "' (PCRE returned: pcre_compile() failed: missing ) in \""
                    + text
                    + "\")";
        }
    }
}
