package io.silverback.sync.gateway;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.artefacts.ArtefactId;
import io.silverback.kong.diff.Change;
import io.silverback.kong.diff.Made;
import io.silverback.kong.state.Entity;
import io.silverback.messaging.event.EventJson;
import io.silverback.sync.artefact.Artefacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What green had before it was changed: secrets too, so always an encrypted artefact. */
@ApplicationScoped
class ReplacedEntities {

    private static final TypeReference<List<Kept>> ALL = new TypeReference<>() {};

    private final Artefacts artefacts;
    private final ObjectMapper json = EventJson.mapper();

    ReplacedEntities(Artefacts artefacts) {
        this.artefacts = artefacts;
    }

    /** The name of a new artefact with what the changes replace; none where that is nothing. */
    Uni<Optional<String>> keep(String migrationId, long generation, List<Change> changes) {
        List<Kept> replaced =
                changes.stream()
                        .map(change -> Made.of(change).before())
                        .flatMap(before -> Optional.ofNullable(before).stream())
                        .map(Kept::of)
                        .toList();
        if (replaced.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        String name = "replaced-" + UUID.randomUUID() + ".json";
        return artefacts
                .write(id(migrationId, generation, name), out -> json.writeValue(out, replaced))
                .replaceWith(Optional.of(name));
    }

    /** What one artefact holds, by type and id. */
    Uni<Map<String, Entity>> read(String migrationId, long generation, String name) {
        return artefacts.read(
                id(migrationId, generation, name),
                content -> byKey(json.readValue(content.readAllBytes(), ALL)));
    }

    static String key(String type, String id) {
        return type + " " + id;
    }

    private static Map<String, Entity> byKey(List<Kept> all) {
        Map<String, Entity> entities = new HashMap<>();
        all.forEach(one -> entities.put(key(one.type(), one.id()), one.entity()));
        return entities;
    }

    private static ArtefactId id(String migrationId, long generation, String name) {
        return new ArtefactId(migrationId, Math.toIntExact(generation), name);
    }

    record Kept(String type, String id, ObjectNode fields) {
        static Kept of(Entity entity) {
            return new Kept(entity.type(), entity.id(), entity.fields());
        }

        Entity entity() {
            return new Entity(type, id, fields);
        }

        @Override
        public String toString() {
            return key(type, id);
        }
    }
}
