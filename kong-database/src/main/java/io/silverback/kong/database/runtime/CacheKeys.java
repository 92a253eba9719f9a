package io.silverback.kong.database.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.silverback.kong.database.row.TargetRow;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Under which keys a gateway's nodes remember, or remember not to have, a runtime row. As Kong 3.3
 * writes them into {@code cluster_events}: a token only as a digest.
 */
final class CacheKeys {

    private CacheKeys() {}

    /** The key of green's row; none where nodes ask the database each time. */
    static Optional<String> of(String table, TargetRow row) {
        return switch (table) {
            case "oauth2_tokens" ->
                    Optional.of(
                            "oauth2_tokens:"
                                    + sha1(
                                            "oauth2_tokens:%s:::::%s"
                                                    .formatted(
                                                            row.text("access_token"),
                                                            row.text("ws_id"))));
            case "sessions" -> Optional.of("sessions:%s:::::".formatted(row.text("session_id")));
            default -> Optional.empty();
        };
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
