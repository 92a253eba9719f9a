package io.silverback.dump.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What a decision at the gate rests on, as short facts in the order of their names. */
public record Evidence(Map<String, String> facts) {

    public Evidence {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** Lower-case hex SHA-256 over each fact as length-prefixed name and value, in order. */
    public String hash() {
        MessageDigest digest = sha256();
        facts.forEach(
                (name, value) -> {
                    add(digest, name);
                    add(digest, value);
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether {@code hash} is that of these facts. */
    public boolean hasHash(String hash) {
        return hash().equals(hash);
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
