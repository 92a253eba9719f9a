package io.silverback.kong.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.catalogue.Access;
import io.silverback.kong.catalogue.Kind;
import io.silverback.kong.diff.Change.Delete;
import io.silverback.kong.diff.DiffPolicy.Extra;
import io.silverback.kong.state.Entity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What only the actual side has: deleted, or kept with all that it refers to. */
final class Leftovers {
    private final List<Delete> deletions = new ArrayList<>();
    private final List<Entity> kept = new ArrayList<>();
    private final Set<String> needed = new HashSet<>();

    Leftovers(ActualSide actual, DiffPolicy policy, Replacements replacements) {
        List<Entity> entities = actual.state().entities();
        for (int i = entities.size() - 1; i >= 0; i--) {
            Entity entity = entities.get(i);
            if (actual.isKept(entity)) {
                need(entity);
            } else if (isLeft(entity, actual, replacements)) {
                decide(entity, policy);
            }
        }
        Collections.reverse(kept);
    }

    private static boolean isLeft(Entity entity, ActualSide actual, Replacements replacements) {
        return entity.kind().kind() == Kind.CONFIGURATION
                && !actual.isMatched(entity)
                && !replacements.isReplaced(entity);
    }

    private void decide(Entity entity, DiffPolicy policy) {
        if (isPruned(entity, policy) && !needed.contains(ActualSide.key(entity))) {
            deletions.add(new Delete(entity));
        } else {
            kept.add(entity);
            if (!goesAlong(entity, policy)) {
                need(entity);
            }
        }
    }

    /** What cannot be written itself goes with what it refers to. */
    private static boolean goesAlong(Entity entity, DiffPolicy policy) {
        return entity.kind().access().write() == Access.Write.NONE && !isProtected(entity, policy);
    }

    /** What it refers to would take it along, or could not go. */
    private void need(Entity entity) {
        entity.kind()
                .fields()
                .references()
                .forEach(
                        (field, reference) ->
                                entity.reference(field)
                                        .map(id -> reference.type() + " " + id)
                                        .ifPresent(needed::add));
    }

    /** Against the foreign keys. */
    List<Delete> deletions() {
        return deletions;
    }

    List<Entity> kept() {
        return kept;
    }

    static boolean isProtected(Entity entity, DiffPolicy policy) {
        for (JsonNode tag : entity.fields().path("tags")) {
            if (policy.protectedTags().contains(tag.asText())) {
                return true;
            }
        }
        return false;
    }

    /** Workspaces and roles, which are matched by name, are never pruned. */
    private static boolean isPruned(Entity entity, DiffPolicy policy) {
        return policy.extra() == Extra.PRUNE
                && !entity.kind().matchedByName()
                && entity.kind().access().write() != Access.Write.NONE
                && !isProtected(entity, policy);
    }
}
