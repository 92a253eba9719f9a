package io.silverback.simulator.entity;

import io.silverback.simulator.schema.Document;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Kong's ways to make and to hide secrets. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String TOKEN_FORM = "$2b$09$";
    private static final int SALT_LETTERS = 22;
    private static final int TOKEN_LETTERS = 60;
    private static final int ROUNDS = 10_000;
    private static final int HASH_BYTES = 32;

    private Secrets() {}

    /** A generated key of 32 letters and digits. */
    public static String token() {
        return RANDOM.ints(32, 0, LETTERS.length())
                .collect(
                        StringBuilder::new,
                        (text, i) -> text.append(LETTERS.charAt(i)),
                        StringBuilder::append)
                .toString();
    }

    /** The lower-case hexadecimal SHA-1 of password and consumer id, as basic-auth stores it. */
    public static String saltedSha1(String password, String consumer) {
        return sha1(password + consumer);
    }

    /** The lower-case hexadecimal SHA-1 of a text. */
    public static String sha1(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-1 is missing", e);
        }
    }

    /** A client secret as oauth2 stores it with {@code hash_secret}. */
    public static String pbkdf2(String secret) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        try {
            PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), salt, ROUNDS, HASH_BYTES * 8);
            byte[] hash =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(spec)
                            .getEncoded();
            Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
            return "$pbkdf2-sha512$i="
                    + ROUNDS
                    + ",l="
                    + HASH_BYTES
                    + "$"
                    + encoder.encodeToString(salt)
                    + "$"
                    + encoder.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PBKDF2 is missing", e);
        }
    }

    /** The lower-case hexadecimal SHA-256 of a text. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    /** Whether a stored, hidden token was made of that one. */
    public static boolean isTokenOf(String token, @Nullable String hidden) {
        return hidden != null
                && isHiddenToken(hidden)
                && hiddenToken(
                                token,
                                hidden.substring(
                                        TOKEN_FORM.length(), TOKEN_FORM.length() + SALT_LETTERS))
                        .equals(hidden);
    }

    static boolean isHiddenToken(@Nullable String text) {
        return text != null && text.startsWith(TOKEN_FORM) && text.length() == TOKEN_LETTERS;
    }

    private static String salt() {
        return token().substring(0, SALT_LETTERS);
    }

    /** A token in the form of bcrypt, but not by its algorithm: only this simulator reads it. */
    private static String hiddenToken(String token, String salt) {
        return TOKEN_FORM
                + salt
                + sha256(salt + token)
                        .substring(0, TOKEN_LETTERS - TOKEN_FORM.length() - SALT_LETTERS);
    }

    /** The value to store for a secret field, by the way that its descriptor names. */
    static @Nullable Object hidden(String way, Document entity, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        return switch (way) {
            case "salted-sha1" -> saltedSha1(text, String.valueOf(entity.reference("consumer")));
            case "pbkdf2-on-request" -> entity.isTrue("hash_secret") ? pbkdf2(text) : text;
            case "bcrypt-form" -> hiddenToken(text, salt());
            default -> throw new IllegalStateException("No way to hide a secret: " + way);
        };
    }
}
