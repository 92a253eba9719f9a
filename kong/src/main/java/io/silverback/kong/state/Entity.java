package io.silverback.kong.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.Access;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.catalogue.EntityType;
import java.util.Optional;

/**
 * One entity, its fields as the Admin API has them, but for: references are {@code {id}}, null is
 * absent, an end is the moment {@code expires_at} (epoch seconds). Nobody changes the fields.
 *
 * @param id derived from its name when the fields have none
 */
public record Entity(String type, String id, ObjectNode fields) {

    /** The type's row in the catalogue. */
    public EntityType kind() {
        return Catalogue.kong().type(type);
    }

    /** Whether the id came with the entity. */
    public boolean idGiven() {
        return fields.has("id");
    }

    /** The value of its endpoint key: a service's name, a consumer's username. */
    public Optional<String> name() {
        String key = kind().fields().key();
        JsonNode value = key == null ? null : fields.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }

    /** The id that a reference holds. */
    public Optional<String> reference(String field) {
        return Access.idOf(fields.path(field));
    }

    /** Type, name and id, without secrets. */
    public String label() {
        String key = kind().fields().key();
        boolean shown = key != null && !kind().fields().isSecret(key);
        return type
                + " "
                + name().filter(name -> shown).map(name -> name + " (" + id + ")").orElse(id);
    }

    /** The same entity with other fields. */
    public Entity with(ObjectNode changed) {
        return new Entity(type, id, changed);
    }

    @Override
    public String toString() {
        return label();
    }
}
