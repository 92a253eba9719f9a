package io.silverback.messaging.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What a signature covers. */
public record SignedParts(String id, String type, String subject, String key, byte[] body) {

    /** All parts, each after its length in four bytes, so that none can be moved into another. */
    public byte[] toBytes() {
        byte[][] parts =
                Stream.of(utf8(id), utf8(type), utf8(subject), utf8(key), body)
                        .toArray(byte[][]::new);
        int size = Stream.of(parts).mapToInt(part -> Integer.BYTES + part.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(size);
        Stream.of(parts).forEach(part -> buffer.putInt(part.length).put(part));
        return buffer.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
