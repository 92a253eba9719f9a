package io.silverback.kong.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kong's own words for why it refuses, without the values of secrets that it repeats. */
final class KongReason {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VALUE = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Set<String> SHOWN =
            Set.of(
                    "id",
                    "name",
                    "username",
                    "custom_id",
                    "prefix",
                    "group",
                    "target",
                    "service",
                    "route",
                    "consumer",
                    "upstream",
                    "certificate",
                    "set",
                    "kid",
                    "cert_digest");

    private KongReason() {}

    static String of(String body) {
        try {
            JsonNode message = JSON.readTree(body).path("message");
            return message.isTextual() ? masked(oneLine(message.asText())) : "no reason given";
        } catch (JsonProcessingException e) {
            return "no reason given";
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String masked(String message) {
        return VALUE.matcher(message)
                .replaceAll(
                        found ->
                                SHOWN.contains(found.group(1))
                                        ? Matcher.quoteReplacement(found.group())
                                        : found.group(1) + "=\"***\"");
    }
}
