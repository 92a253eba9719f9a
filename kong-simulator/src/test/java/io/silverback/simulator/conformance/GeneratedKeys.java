package io.silverback.simulator.conformance;

import io.silverback.simulator.schema.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts generated keys where recordings lost theirs; the same number is the same key everywhere. */
final class GeneratedKeys {
    private static final Pattern REMOVED = Pattern.compile("PRIVATE-KEY-REMOVED-\\d+");
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    private GeneratedKeys() {}

    static Exchange filled(Exchange exchange) {
        if (!exchange.redacted()) {
            return exchange;
        }
        Exchange.Asked asked = exchange.asked();
        return new Exchange(
                exchange.name(),
                false,
                new Exchange.Asked(
                        asked.method(), asked.path(), asked.contentType(), filled(asked.body())),
                exchange.answer().withBody(String.valueOf(filled(exchange.answer().body()))));
    }

    private static @Nullable String filled(@Nullable String json) {
        return json == null
                ? null
                : REMOVED.matcher(json)
                        .replaceAll(
                                match ->
                                        java.util.regex.Matcher.quoteReplacement(
                                                KEYS.computeIfAbsent(
                                                        match.group(), any -> escapedKey())));
    }

    private static String escapedKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            String pem =
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(
                                            generator.generateKeyPair().getPrivate().getEncoded())
                            + "\n-----END PRIVATE KEY-----\n";
            String quoted = new String(Json.bytes(pem), StandardCharsets.UTF_8);
            return quoted.substring(1, quoted.length() - 1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is missing", e);
        }
    }
}
