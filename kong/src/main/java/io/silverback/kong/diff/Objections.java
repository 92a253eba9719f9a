package io.silverback.kong.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.state.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a gateway would surely refuse, known before anything is written. Pure. */
public final class Objections {
    private static final int SHOWN = 5;

    private final Predicate<EntityType> known;
    private final Map<EntityType, List<Entity>> unknown = new LinkedHashMap<>();
    private final List<String> found = new ArrayList<>();

    private Objections(Predicate<EntityType> known) {
        this.known = known;
    }

    /**
     * One sentence for each, without secrets.
     *
     * @param known whether the gateway has entities of this type
     */
    public static List<String> to(Diff diff, Predicate<EntityType> known) {
        Objections objections = new Objections(known);
        for (Change change : diff.changes()) {
            if (!(change instanceof Change.Delete)) {
                objections.judge(change.entity());
            }
        }
        objections.unknown.forEach(objections::tell);
        return List.copyOf(objections.found);
    }

    private void judge(Entity entity) {
        EntityType type = entity.kind();
        if (!known.test(type)) {
            unknown.computeIfAbsent(type, t -> new ArrayList<>()).add(entity);
            return;
        }
        for (String field : type.fields().required()) {
            if (!entity.fields().hasNonNull(field)) {
                found.add(shown(entity) + " has no " + field);
            }
        }
        entity.fields()
                .properties()
                .forEach(field -> findNul(entity, field.getKey(), field.getValue()));
    }

    /** PostgreSQL takes none, and Kong answers 500. */
    private void findNul(Entity entity, String path, JsonNode value) {
        if (value.isTextual() && value.textValue().indexOf(0) >= 0) {
            found.add(shown(entity) + ", field " + path + ": it holds a NUL byte");
        } else if (value.isObject()) {
            value.properties().forEach(f -> findNul(entity, path + "." + f.getKey(), f.getValue()));
        } else if (value.isArray()) {
            value.forEach(one -> findNul(entity, path, one));
        }
    }

    private void tell(EntityType type, List<Entity> entities) {
        List<String> names = entities.stream().limit(SHOWN).map(Objections::shown).toList();
        int more = entities.size() - names.size();
        found.add(
                "The gateway has no "
                        + type
                        + " in its edition and version: "
                        + String.join(", ", names)
                        + (more == 0 ? "" : " and " + more + " more"));
    }

    private static String shown(Entity entity) {
        return entity.label().replace((char) 0, '?');
    }
}
