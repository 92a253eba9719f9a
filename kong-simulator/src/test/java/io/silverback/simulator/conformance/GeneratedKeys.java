package io.silverback.simulator.conformance;

import io.silverback.simulator.load.SelfSigned;
import io.silverback.simulator.schema.Json;
import io.silverback.simulator.schema.Pem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts generated keys where a recording lost its own, and certificates for them where theirs stood;
 * the same number is the same key everywhere, the same certificate the same new one.
 */
final class GeneratedKeys {
    private static final Pattern REMOVED = Pattern.compile("PRIVATE-KEY-REMOVED-\\d+");

    private final Map<String, KeyPair> pairs = new HashMap<>();
    private final Map<String, String> certificates = new HashMap<>();

    private GeneratedKeys() {}

    /** A recording with keys. */
    static Recording filled(Recording recording) {
        GeneratedKeys keys = new GeneratedKeys();
        recording.exchanges().stream()
                .filter(exchange -> exchange.answer().status() < 300)
                .forEach(exchange -> keys.learn(exchange.asked()));
        return recording.with(recording.exchanges().stream().map(keys::filled).toList());
    }

    private void learn(Exchange.Asked asked) {
        String body = asked.body();
        if (body != null
                && REMOVED.matcher(body).find()
                && Bodies.parsed(body) instanceof Map<?, ?> sent) {
            learn(sent.get("key"), sent.get("cert"));
            learn(sent.get("key_alt"), sent.get("cert_alt"));
        }
    }

    private void learn(@Nullable Object key, @Nullable Object certificate) {
        X509Certificate model = certificate instanceof String pem ? Pem.certificate(pem) : null;
        if (key instanceof String removed && model != null && REMOVED.matcher(removed).matches()) {
            KeyPair pair =
                    pairs.computeIfAbsent(
                            removed, any -> pair(model.getPublicKey().getAlgorithm()));
            try {
                String own = pem("CERTIFICATE", SelfSigned.certificate(pair, model));
                certificates.put(escaped(String.valueOf(certificate)), escaped(own));
                certificates.put(digest(String.valueOf(certificate)), digest(own));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(removed, e);
            }
        }
    }

    private static String digest(String pem) {
        return String.valueOf(Pem.digest(pem));
    }

    private Exchange filled(Exchange exchange) {
        Exchange.Asked asked = exchange.asked();
        return new Exchange(
                exchange.name(),
                exchange.redacted(),
                new Exchange.Asked(
                        asked.method(), asked.path(), asked.contentType(), filled(asked.body())),
                exchange.answer().withBody(String.valueOf(filled(exchange.answer().body()))));
    }

    private @Nullable String filled(@Nullable String json) {
        if (json == null) {
            return null;
        }
        String filled = json;
        for (String form : List.of("\\/", "/")) {
            for (Map.Entry<String, String> entry : certificates.entrySet()) {
                filled = filled.replace(entry.getKey().replace("/", form), entry.getValue());
            }
        }
        return REMOVED.matcher(filled)
                .replaceAll(match -> Matcher.quoteReplacement(escaped(key(match.group()))));
    }

    private String key(String removed) {
        return pem(
                "PRIVATE KEY",
                pairs.computeIfAbsent(removed, any -> pair("RSA")).getPrivate().getEncoded());
    }

    private static KeyPair pair(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No keys of " + algorithm, e);
        }
    }

    private static String pem(String kind, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    private static String escaped(String text) {
        String quoted = new String(Json.bytes(text), StandardCharsets.UTF_8);
        return quoted.substring(1, quoted.length() - 1);
    }
}
