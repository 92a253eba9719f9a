package io.silverback.kong.diff;

import io.silverback.kong.catalogue.FieldRules;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes back what was made: what was created goes, what was changed or deleted is again what it had
 * been before the first change. What somebody else deleted meanwhile stays deleted. Pure.
 */
public final class Undo {
    private final DeclarativeState actual;
    private final Map<String, Made> first = new LinkedHashMap<>();
    private final Set<String> deleted = new HashSet<>();
    private final List<Change> writes = new ArrayList<>();
    private final List<Uncarried> uncarried = new ArrayList<>();

    private Undo(List<Made> made, DeclarativeState actual) {
        this.actual = actual;
        for (Made one : made) {
            first.putIfAbsent(one.key(), one);
            if (one.kind() == Made.Kind.DELETED) {
                deleted.add(one.key());
            }
        }
    }

    /**
     * What must be written to take {@code made}, in the order in which it was made, back from what
     * is there now; what is back already is left out.
     */
    public static Diff of(List<Made> made, DeclarativeState actual) {
        return new Undo(made, actual).diff();
    }

    private Diff diff() {
        new DeclarativeState(actual.workspace(), befores()).entities().forEach(this::restore);
        Rings rings = Rings.of(writes);
        List<Change> changes = new ArrayList<>(deletions());
        writes.stream().map(rings::opened).forEach(changes::add);
        return new Diff(
                actual.workspace(),
                changes,
                rings.conflicts(),
                uncarried,
                List.of(),
                List.of(),
                first.size() - changes.size());
    }

    private List<Entity> befores() {
        return first.values().stream()
                .flatMap(made -> Optional.ofNullable(made.before()).stream())
                .toList();
    }

    /** Against the foreign keys. */
    private List<Change> deletions() {
        List<Change> deletions = new ArrayList<>();
        List<Entity> entities = actual.entities();
        for (int i = entities.size() - 1; i >= 0; i--) {
            Made made = first.get(ActualSide.key(entities.get(i)));
            if (made != null && made.kind() == Made.Kind.CREATED) {
                deletions.add(new Change.Delete(entities.get(i)));
            }
        }
        return deletions;
    }

    private void restore(Entity before) {
        Optional<Entity> found = actual.find(before.type(), before.id());
        if (found.isPresent()) {
            List<FieldDifference> differences = Comparison.of(before, found.get());
            if (!differences.isEmpty()) {
                writes.add(new Change.Update(before, found.get(), differences));
            }
        } else if (deleted.contains(ActualSide.key(before))) {
            writes.add(new Change.Create(before));
            noteHashed(before);
        }
    }

    private void noteHashed(Entity entity) {
        FieldRules rules = entity.kind().fields();
        for (String field : rules.hashed().keySet()) {
            if (entity.fields().hasNonNull(field) && rules.isHashed(field, entity.fields())) {
                uncarried.add(new Uncarried(entity, field, entity.label(), Uncarried.HASHED));
            }
        }
    }
}
