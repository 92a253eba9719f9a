package io.silverback.simulator.store;

import java.util.HexFormat;
import java.util.UUID;

/**
 * Where Cassandra lists a row: by the token of its id (Murmur3, as its default partitioner takes
 * it), or by the id itself where all rows of a table are one partition.
 */
public final class CassandraOrder {
    private static final int ID_LETTERS = 36;
    private static final int VERSION = 14;
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;
    private static final int ID_BYTES = 16;

    private CassandraOrder() {}

    /** A text that sorts by the token of an id; it ends with the id. */
    public static String byToken(String id) {
        return HexFormat.of().toHexDigits(token(id) ^ Long.MIN_VALUE) + id;
    }

    /** A text that sorts as ids do: by their version, then by their bytes. */
    public static String byId(String id) {
        return id.length() == ID_LETTERS ? id.charAt(VERSION) + id : id;
    }

    /** The same for the id that a position ends with. */
    static String byIdAtPosition(String position) {
        return byId(position.substring(Math.max(0, position.length() - ID_LETTERS)));
    }

    /** The token of an id; 0 for a text that is none. */
    static long token(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return murmur3(
                    Long.reverseBytes(uuid.getMostSignificantBits()),
                    Long.reverseBytes(uuid.getLeastSignificantBits()));
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** The first half of MurmurHash3 (x64, 128 bits, seed 0) of two little-endian words. */
    private static long murmur3(long first, long second) {
        long h1 = Long.rotateLeft(first * C1, 31) * C2;
        h1 = Long.rotateLeft(h1, 27) * 5 + 0x52dce729;
        long h2 = Long.rotateLeft(second * C2, 33) * C1;
        h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
        h1 ^= ID_BYTES;
        h2 ^= ID_BYTES;
        h1 += h2;
        h2 += h1;
        return mixed(h1) + mixed(h2);
    }

    private static long mixed(long word) {
        long k = (word ^ (word >>> 33)) * 0xff51afd7ed558ccdL;
        k = (k ^ (k >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return k ^ (k >>> 33);
    }
}
