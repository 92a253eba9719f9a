package io.silverback.kong.database.check;

import io.silverback.kong.database.row.TargetRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 128 bits that stand for the values of some columns; salted, for values may be secrets. */
record KeyHash(long high, long low) {

    /** Makes hashes that compare within one check only. */
    static final class Maker {

        private final byte[] salt = new byte[16];
        private final MessageDigest digest;

        Maker() {
            new SecureRandom().nextBytes(salt);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("This Java has no SHA-256.", e);
            }
        }

        /** Null when one of the columns is: such rows are free. */
        @Nullable KeyHash of(TargetRow row, List<String> columns) {
            digest.reset();
            digest.update(salt);
            for (String column : columns) {
                Object value = row.get(column);
                if (value == null) {
                    return null;
                }
                byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
                digest.update(bytes);
            }
            ByteBuffer hash = ByteBuffer.wrap(digest.digest());
            return new KeyHash(hash.getLong(), hash.getLong());
        }
    }

    /** One of {@code count} parts of equal expected size. */
    int part(int count) {
        return (int) Long.remainderUnsigned(high, count);
    }
}
