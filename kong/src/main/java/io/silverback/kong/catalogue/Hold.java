package io.silverback.kong.catalogue;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How an entity is kept from serving until all that guards it is there.
 *
 * @param field false while it does not serve, true where nothing is said
 * @param since the first version that has the field
 */
public record Hold(String field, KongVersion since) {

    /** Whether gateways of this version can be told to hold the entity back. */
    public boolean in(KongVersion version) {
        return version.compareTo(since) >= 0;
    }

    /** Whether the entity serves. */
    public boolean serves(JsonNode entity) {
        return entity.path(field).asBoolean(true);
    }
}
