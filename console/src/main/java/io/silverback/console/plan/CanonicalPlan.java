package io.silverback.console.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.TreeMap;

/**
 * A plan's content in one spelling: fields sorted, no comments, numbers without trailing zeros.
 * {@code mode} is left out, so that a rehearsal has the hash of the run it speaks for.
 */
final class CanonicalPlan {

    private CanonicalPlan() {}

    /** Lower-case hex SHA-256 of the canonical plan. */
    static String hash(JsonNode plan) {
        StringBuilder text = new StringBuilder();
        write(plan, text, true);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void write(JsonNode node, StringBuilder text, boolean top) {
        if (node.isObject()) {
            writeObject(node, text, top);
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(
                    element -> {
                        write(element, text, false);
                        text.append(',');
                    });
            text.append(']');
        } else if (node.isNumber()) {
            text.append(node.decimalValue().stripTrailingZeros().toPlainString());
        } else {
            text.append(node);
        }
    }

    private static void writeObject(JsonNode node, StringBuilder text, boolean top) {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!node.get(name).isNull() && !(top && name.equals("mode"))) {
                sorted.put(name, node.get(name));
            }
        }
        text.append('{');
        sorted.forEach(
                (name, value) -> {
                    text.append(name.length()).append(':').append(name).append('=');
                    write(value, text, false);
                    text.append(',');
                });
        text.append('}');
    }
}
