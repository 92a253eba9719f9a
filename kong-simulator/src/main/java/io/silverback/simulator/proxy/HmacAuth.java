package io.silverback.simulator.proxy;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The plugin hmac-auth: a signature over some headers, and a date that is near enough. */
final class HmacAuth extends Authentication {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final String UNVERIFIABLE = "HMAC signature cannot be verified";
    private static final String NO_MATCH = "HMAC signature does not match";

    HmacAuth(Database database, Clock clock) {
        super(database, clock);
    }

    @Override
    @Nullable Answer authenticate(Exchange exchange, Document config) {
        ProxyRequest request = exchange.request();
        String proxy = request.header("Proxy-Authorization");
        String header = proxy == null ? request.header("Authorization") : proxy;
        if (header == null) {
            return Answer.message(401, "Unauthorized");
        }
        if (!hasGoodDate(request, config.number("clock_skew", 300))) {
            return Answer.message(
                    401,
                    UNVERIFIABLE
                            + ", a valid date or x-date header is required for HMAC Authentication");
        }
        Map<String, String> given = parameters(header);
        return isComplete(given, config)
                ? authenticate(exchange, given, config)
                : Answer.message(401, UNVERIFIABLE);
    }

    private @Nullable Answer authenticate(
            Exchange exchange, Map<String, String> given, Document config) {
        String username = given.getOrDefault("username", "");
        Row credential = credential(exchange, "hmacauth_credentials", "username", username);
        if (credential == null || !isRight(exchange.request(), given, credential, config)) {
            return Answer.message(401, NO_MATCH);
        }
        if (config.isTrue("hide_credentials")) {
            exchange.set("Authorization", null);
            exchange.set("Proxy-Authorization", null);
        }
        return accept(exchange, credential, username);
    }

    private static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new TreeMap<>();
        if (header.toLowerCase(Locale.ROOT).startsWith("hmac ")) {
            Matcher matcher = PARAMETER.matcher(header);
            while (matcher.find()) {
                parameters.put(matcher.group(1), matcher.group(2));
            }
        }
        return parameters;
    }

    private boolean hasGoodDate(ProxyRequest request, long skew) {
        String special = request.header("X-Date");
        String date = special == null ? request.header("Date") : special;
        try {
            Instant sent =
                    date == null
                            ? Instant.MIN
                            : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            return Math.abs(sent.getEpochSecond() - now() / 1000) <= skew;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isComplete(Map<String, String> given, Document config) {
        List<String> signed = signed(given);
        boolean enforced =
                config.list("enforce_headers").stream()
                        .allMatch(name -> signed.contains(String.valueOf(name)));
        return given.containsKey("username")
                && given.containsKey("signature")
                && enforced
                && config.list("algorithms").contains(given.get("algorithm"));
    }

    private static List<String> signed(Map<String, String> given) {
        return Arrays.asList(
                given.getOrDefault("headers", "date").toLowerCase(Locale.ROOT).split(" "));
    }

    private static boolean isRight(
            ProxyRequest request, Map<String, String> given, Row credential, Document config) {
        String lines =
                signed(given).stream()
                        .map(name -> line(request, name))
                        .collect(Collectors.joining("\n"));
        String algorithm = given.getOrDefault("algorithm", "").replace("hmac-sha", "HmacSHA");
        try {
            Mac mac = Mac.getInstance(algorithm);
            String secret = String.valueOf(credential.document().get("secret"));
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            byte[] expected = mac.doFinal(lines.getBytes(StandardCharsets.UTF_8));
            byte[] sent = Base64.getDecoder().decode(given.getOrDefault("signature", ""));
            return MessageDigest.isEqual(expected, sent)
                    && (!config.isTrue("validate_request_body") || hasRightDigest(request));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String line(ProxyRequest request, String name) {
        if (name.equals("request-line")) {
            String query = request.query() == null ? "" : "?" + request.query();
            return request.method() + " " + request.path() + query + " HTTP/1.1";
        }
        return name.equals("host") ? "host: " + request.host() : name + ": " + request.header(name);
    }

    private static boolean hasRightDigest(ProxyRequest request) throws GeneralSecurityException {
        String digest = request.header("Digest");
        if (digest == null) {
            return request.body().length == 0;
        }
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(request.body());
        return digest.equals("SHA-256=" + Base64.getEncoder().encodeToString(hash));
    }
}
