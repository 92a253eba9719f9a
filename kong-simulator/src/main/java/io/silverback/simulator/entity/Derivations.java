package io.silverback.simulator.entity;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Pem;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Values that follow from others, and members that stand for several fields. */
final class Derivations {
    private Derivations() {}

    static @Nullable Object derived(String way, Document entity, @Nullable Object value) {
        return switch (way) {
            case "certificate-digest" ->
                    entity.text("cert") == null
                            ? value
                            : Pem.digest(String.valueOf(entity.get("cert")));
            case "target-address" -> value instanceof String target ? address(target) : value;
            default -> throw new IllegalStateException("No derivation " + way);
        };
    }

    private static String address(String target) {
        boolean hasPort =
                target.startsWith("[")
                        ? target.contains("]:")
                        : target.indexOf(':') == target.lastIndexOf(':') && target.contains(":");
        return hasPort ? target : target + ":8000";
    }

    static void expand(String member, String way, Document entity) {
        Object value = entity.remove(member);
        if (value == null) {
            return;
        }
        if (!way.equals("service-url")) {
            throw new IllegalStateException("No shorthand " + way);
        }
        try {
            URI url = new URI(String.valueOf(value));
            boolean secure = "https".equals(url.getScheme());
            entity.put("protocol", url.getScheme());
            entity.put("host", url.getHost());
            entity.put("port", url.getPort() > 0 ? url.getPort() : secure ? 443 : 80);
            String path = url.getRawPath();
            entity.put("path", path == null || path.isEmpty() ? null : path);
        } catch (URISyntaxException e) {
            entity.put("host", null);
        }
    }
}
