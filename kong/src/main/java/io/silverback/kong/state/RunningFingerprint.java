package io.silverback.kong.state;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A fingerprint of entities in whatever order they come, holding none of them: the sum of the
 * SHA-256 of each. Neither {@code updated_at} nor what is left of a ttl is in it. Not thread-safe.
 */
public final class RunningFingerprint {
    private final MessageDigest digest = Fingerprint.sha256();
    private final long[] sum = new long[4];

    /** The fingerprint of these. */
    public static String of(Iterable<Entity> entities) {
        RunningFingerprint running = new RunningFingerprint();
        entities.forEach(running::add);
        return running.value();
    }

    /** Takes one more in. */
    public void add(Entity entity) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(Fingerprint.line(entity)));
        for (int lane = 0; lane < sum.length; lane++) {
            sum[lane] += hash.getLong();
        }
    }

    /** Equal for the same entities. */
    public String value() {
        StringBuilder value = new StringBuilder();
        for (long lane : sum) {
            value.append(HexFormat.of().toHexDigits(lane));
        }
        return value.toString();
    }
}
