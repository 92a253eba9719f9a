package io.silverback.kong.diff;

import io.silverback.kong.diff.Change.Delete;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What must be deleted first to make room: entities replaced and all that refers to them. */
final class Replacements {
    private final DeclarativeState actual;
    private final DiffPolicy policy;
    private final Set<String> replaced = new HashSet<>();

    Replacements(DeclarativeState actual, DiffPolicy policy) {
        this.actual = actual;
        this.policy = policy;
    }

    /** Marks it and its dependents, unless one of them is protected. */
    boolean replace(Entity entity) {
        Set<String> marked = new LinkedHashSet<>(replaced);
        marked.add(ActualSide.key(entity));
        List<Entity> gone = new ArrayList<>(List.of(entity));
        for (Entity other : actual.entities()) {
            if (refersToOne(other, marked) && marked.add(ActualSide.key(other))) {
                gone.add(other);
            }
        }
        if (gone.stream().anyMatch(one -> Leftovers.isProtected(one, policy))) {
            return false;
        }
        replaced.addAll(marked);
        return true;
    }

    boolean isReplaced(Entity entity) {
        return replaced.contains(ActualSide.key(entity));
    }

    /** Against the foreign keys. */
    List<Delete> deletions() {
        List<Delete> deletions = new ArrayList<>();
        actual.entities().stream()
                .filter(this::isReplaced)
                .map(Delete::new)
                .forEach(deletions::add);
        Collections.reverse(deletions);
        return deletions;
    }

    private static boolean refersToOne(Entity entity, Set<String> marked) {
        return entity.kind().fields().references().entrySet().stream()
                .anyMatch(
                        reference ->
                                entity.reference(reference.getKey())
                                        .map(id -> reference.getValue().type() + " " + id)
                                        .filter(marked::contains)
                                        .isPresent());
    }
}
