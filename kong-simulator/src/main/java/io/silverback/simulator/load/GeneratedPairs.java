package io.silverback.simulator.load;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Pem;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts generated key pairs where a file's private keys were taken out; the same number gets the
 * same pair.
 */
public final class GeneratedPairs {
    private static final Pattern REMOVED =
            Pattern.compile("\\s*(?:\\$\\{)?PRIVATE-KEY-REMOVED-(\\d+)}?\\s*");

    private final Map<String, Pair> pairs = new HashMap<>();

    /** A private key and its certificate in PEM. */
    public record Pair(String key, String certificate) {}

    /**
     * Replaces {@code key} and {@code cert}, {@code key_alt} and {@code cert_alt} of a certificate.
     */
    public void fill(Document entity) {
        fill(entity, "key", "cert");
        fill(entity, "key_alt", "cert_alt");
    }

    private void fill(Document entity, String key, String certificate) {
        String number = removed(entity.text(key));
        if (number != null) {
            Pair pair = pairs.computeIfAbsent(number, any -> generate(entity.text(certificate)));
            entity.put(key, pair.key());
            if (entity.text(certificate) != null) {
                entity.put(certificate, pair.certificate());
            }
        }
    }

    private static @Nullable String removed(@Nullable String text) {
        Matcher matcher = REMOVED.matcher(text == null ? "" : text);
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static Pair generate(@Nullable String original) {
        X509Certificate certificate = original == null ? null : Pem.certificate(original);
        String algorithm = certificate == null ? "EC" : certificate.getPublicKey().getAlgorithm();
        return generate(algorithm, certificate);
    }

    /** A new pair of RSA or EC, whose certificate it signed itself. */
    public static Pair selfSigned(String algorithm) {
        return generate(algorithm, null);
    }

    private static Pair generate(String algorithm, @Nullable X509Certificate certificate) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
            KeyPair pair = generator.generateKeyPair();
            return new Pair(
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()),
                    pem("CERTIFICATE", SelfSigned.certificate(pair, certificate)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key pair of " + algorithm, e);
        }
    }

    private static String pem(String kind, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }
}
