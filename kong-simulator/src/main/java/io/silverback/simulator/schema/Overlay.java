package io.silverback.simulator.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is different in an older version, laid over the newest: an object over an object member by
 * member, null removes, anything else replaces (an empty object too).
 */
public final class Overlay {
    private final Document changes;

    private Overlay(Document changes) {
        this.changes = changes;
    }

    /** The differences of a version such as 2.8.5; none when no file tells of them. */
    public static Overlay of(String version) {
        String[] parts = version.split("\\.");
        String line = parts.length < 2 ? version : parts[0] + "." + parts[1];
        Document changes = Resources.find("versions/" + line + ".yaml");
        return new Overlay(changes == null ? new Document() : changes);
    }

    /** A resource as it is in this version. */
    public Document over(String part, Document newest) {
        return laid(newest, changes.document(part));
    }

    private static Document laid(Document base, Document changes) {
        Document both = Document.of(base);
        changes.forEach((name, value) -> lay(both, name, value));
        return both;
    }

    private static void lay(Document both, String name, @Nullable Object value) {
        if (value == null) {
            both.remove(name);
        } else if (value instanceof Map<?, ?> map
                && !map.isEmpty()
                && both.get(name) instanceof Map<?, ?> old) {
            both.put(name, laid(Document.of(old), Document.of(map)));
        } else {
            both.put(name, value);
        }
    }
}
