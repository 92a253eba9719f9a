package io.silverback.simulator.proxy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Compares a client's secret with the stored one, which may be hashed. */
final class ClientSecret {
    private static final Pattern HASHED =
            Pattern.compile("\\$pbkdf2-sha512\\$i=(\\d+),l=(\\d+)\\$([^$]+)\\$([^$]+)");

    private ClientSecret() {}

    static boolean isRight(String stored, String given) {
        Matcher hashed = HASHED.matcher(stored);
        if (!hashed.matches()) {
            return MessageDigest.isEqual(
                    stored.getBytes(StandardCharsets.UTF_8),
                    given.getBytes(StandardCharsets.UTF_8));
        }
        try {
            byte[] salt = Base64.getDecoder().decode(hashed.group(3));
            int rounds = Integer.parseInt(hashed.group(1));
            int bits = Integer.parseInt(hashed.group(2)) * 8;
            byte[] hash =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(new PBEKeySpec(given.toCharArray(), salt, rounds, bits))
                            .getEncoded();
            return MessageDigest.isEqual(hash, Base64.getDecoder().decode(hashed.group(4)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PBKDF2 is missing", e);
        }
    }
}
