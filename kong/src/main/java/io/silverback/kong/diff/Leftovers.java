package io.silverback.kong.diff;

import com.fasterxml.jackson.databind.JsonNode;
import io.silverback.kong.catalogue.Access;
import io.silverback.kong.catalogue.Kind;
import io.silverback.kong.diff.Change.Delete;
import io.silverback.kong.diff.DiffPolicy.Extra;
import io.silverback.kong.state.Entity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What only the actual side has: deleted or kept. */
final class Leftovers {
    private final List<Delete> deletions = new ArrayList<>();
    private final List<Entity> kept = new ArrayList<>();

    Leftovers(ActualSide actual, DiffPolicy policy, Replacements replacements) {
        for (Entity entity : actual.state().entities()) {
            if (entity.kind().kind() != Kind.CONFIGURATION
                    || actual.isMatched(entity)
                    || replacements.isReplaced(entity)) {
                continue;
            }
            if (isPruned(entity, policy)) {
                deletions.add(new Delete(entity));
            } else {
                kept.add(entity);
            }
        }
        Collections.reverse(deletions);
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
