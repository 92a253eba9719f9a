package io.silverback.kong.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over the canonical form of entities. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(List<Entity> entities) {
        MessageDigest digest = sha256();
        entities.stream()
                .filter(entity -> entity.kind().kind() == Kind.CONFIGURATION)
                .forEach(entity -> digest.update(line(entity)));
        return HexFormat.of().formatHex(digest.digest());
    }

    static byte[] line(Entity entity) {
        EntityType type = entity.kind();
        ObjectNode fields = Canonical.of(type.fields(), entity.fields());
        if (fields.has(Intake.EXPIRES_AT)) {
            fields.put(Intake.EXPIRES_AT, true);
        }
        return (type.name() + " " + entity.id() + " " + fields + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
