package io.silverback.cli.session;

import io.silverback.cli.rest.UnusableException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The opaque id that stands for a person in events. */
final class Actor {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._@:-]{1,64}");

    private Actor() {}

    /** The id that was given, else one that is stable for this user but tells no name. */
    static String of(@Nullable String given) {
        if (given == null || given.isEmpty()) {
            return "cli-" + fingerprint(System.getProperty("user.name", ""));
        }
        if (!ID.matcher(given).matches()) {
            throw new UnusableException(
                    "The actor id \"" + given + "\"",
                    "must be 1 to 64 of letters, digits and . _ @ : -");
        }
        return given;
    }

    private static String fingerprint(String user) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest(user.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
