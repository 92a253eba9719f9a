package io.silverback.kong.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to know about an entity's fields.
 *
 * @param key the field its endpoint is also found by
 * @param hashed fields that the gateway hashes: {@code always}, or the boolean field that says so
 * @param ignored fields that are kept, but neither compared nor sent
 * @param dropped fields that say nothing of the entity itself: not even kept
 * @param emptyMatters fields where an empty list has another effect than null
 * @param required fields that no gateway takes it without
 * @param identity the fields that make the id of an entity that has none
 */
public record FieldRules(
        @Nullable String key,
        Map<String, Reference> references,
        Set<String> secrets,
        Map<String, String> hashed,
        Set<String> sets,
        Set<String> ignored,
        Set<String> dropped,
        Set<String> emptyMatters,
        List<List<String>> unique,
        List<String> required,
        List<String> identity,
        ObjectNode defaults) {

    private static final Set<String> NEVER_KEPT = Set.of("updated_at");

    /** Whether the gateway keeps only a hash of this field of the entity. */
    public boolean isHashed(String field, JsonNode entity) {
        String when = hashed.get(field);
        return when != null && (when.equals("always") || entity.path(when).asBoolean(false));
    }

    /** Whether the field at this path ({@code a.b}) is a set. */
    public boolean isSet(String path) {
        return path.equals("tags")
                || sets.contains(path)
                || sets.contains(path.replaceFirst("[^.]+$", "*"));
    }

    /** Whether the field says nothing about the configuration. */
    public boolean isIgnored(String field) {
        return isDropped(field) || ignored.contains(field);
    }

    /** Whether the field is left out of the state. */
    public boolean isDropped(String field) {
        return NEVER_KEPT.contains(field) || dropped.contains(field);
    }

    /** Whether the field at this path must never be shown. */
    public boolean isSecret(String path) {
        int dot = path.indexOf('.');
        return secrets.contains(dot < 0 ? path : path.substring(0, dot));
    }
}
