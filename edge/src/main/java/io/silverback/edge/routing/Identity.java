package io.silverback.edge.routing;

import java.nio.charset.StandardCharsets;

/** Turns who a client is into the bucket that client always has, on every edge and every day. */
public final class Identity {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Identity() {}

    /**
     * The bucket of {@code identity}: FNV-1a 64 over salt and identity, finished by MurmurHash3's
     * mixer, because FNV alone leaves short similar keys close together.
     */
    public static int bucketOf(String salt, String identity) {
        long hash = hash(hash(FNV_OFFSET, salt), identity);
        return (int) Long.remainderUnsigned(mixed(hash), Share.BUCKETS);
    }

    private static long hash(long start, String text) {
        long hash = start;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
