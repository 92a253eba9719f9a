package io.silverback.kong.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminApiException;
import io.silverback.kong.admin.AdminApiException.Fault;
import io.silverback.kong.admin.ConfigurationProof;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.Intake;
import io.smallrye.mutiny.Multi;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * One collection to read.
 *
 * @param parentField the reference to what it is below, empty for none
 */
record Collection(EntityType type, String path, String parentField, String parentId) {

    static Collection of(EntityType type) {
        return new Collection(type, type.access().path(), "", "");
    }

    static Collection below(EntityType type, String field, String parentId) {
        return new Collection(type, type.access().below(parentId), field, parentId);
    }

    /** Empty where the parent is gone by now; its collection has changed then. */
    Multi<Entity> rows(AdminApi place, Clock clock, boolean cassandra) {
        return place.list(path, type.access().rows())
                .onFailure(this::mayLackItsParent)
                .recoverWithMulti(missing -> noneIfParentIsGone(place, missing))
                .map(row -> entity(row, clock, cassandra))
                .filter(entity -> !isMarker(entity));
    }

    private boolean mayLackItsParent(Throwable failure) {
        return !parentField.isEmpty()
                && failure instanceof AdminApiException refused
                && refused.fault() == Fault.NOT_FOUND;
    }

    private Multi<ObjectNode> noneIfParentIsGone(AdminApi place, Throwable missing) {
        String parent = path.substring(0, path.indexOf(parentId) + parentId.length());
        return place.find(parent)
                .onItem()
                .transformToMulti(
                        found ->
                                found.isPresent()
                                        ? Multi.createFrom().failure(missing)
                                        : Multi.createFrom().empty());
    }

    /** A proof that runs beside us, of this migration or of another. */
    private static boolean isMarker(Entity entity) {
        return entity.type().equals("upstreams")
                && entity.name().filter(ConfigurationProof::isMarker).isPresent();
    }

    private Entity entity(ObjectNode answered, Clock clock, boolean cassandra) {
        ObjectNode row = type.access().member().isEmpty() ? answered : membership(answered);
        if (!parentField.isEmpty()) {
            row.putObject(parentField).put("id", parentId);
        }
        if (cassandra) {
            row.remove(emptyLists(row));
        }
        return Intake.entity(type, row, clock.instant());
    }

    /** What is answered is the other end: that it stands there is all that there is to know. */
    private ObjectNode membership(ObjectNode other) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.putObject(type.access().member()).set("id", other.path("id"));
        return row;
    }

    /** Cassandra has no empty collections: what looks like one is null. */
    private static List<String> emptyLists(ObjectNode row) {
        return row.properties().stream()
                .filter(field -> isEmptyList(field.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isEmptyList(JsonNode value) {
        return value.isArray() && value.isEmpty();
    }

    /** A path is one collection. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Collection collection && collection.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
