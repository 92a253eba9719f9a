package io.silverback.kong.diff;

import io.silverback.kong.catalogue.Access;
import io.silverback.kong.catalogue.Kind;
import io.silverback.kong.diff.DiffPolicy.Conflicts;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.Intake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what must be written for one state to become another. Pure: reads nothing but its
 * arguments.
 */
public final class Differ {
    private final DeclarativeState desired;
    private final DiffPolicy policy;
    private final Instant now;
    private final ActualSide actual;
    private final IdMap ids = new IdMap();
    private final Replacements replacements;
    private final List<Change> writes = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<Uncarried> uncarried = new ArrayList<>();
    private final List<Entity> expired = new ArrayList<>();
    private int unchanged;

    private Differ(
            DeclarativeState desired, DeclarativeState actual, DiffPolicy policy, Instant now) {
        this.desired = desired;
        this.policy = policy;
        this.now = now;
        this.actual = new ActualSide(actual);
        this.replacements = new Replacements(actual, policy);
    }

    /**
     * The way from {@code actual} to {@code desired}; what has ended by {@code now} is left out.
     */
    public static Diff diff(
            DeclarativeState desired, DeclarativeState actual, DiffPolicy policy, Instant now) {
        return new Differ(desired, actual, policy, now).diff();
    }

    private Diff diff() {
        List<Entity> wanted =
                desired.entities().stream()
                        .filter(entity -> entity.kind().kind() == Kind.CONFIGURATION)
                        .toList();
        wanted.forEach(entity -> actual.byId(entity).ifPresent(actual::match));
        wanted.forEach(this::want);
        conflicts.addAll(Twins.among(wanted.stream().filter(this::isWritten).toList()));
        Leftovers leftovers = new Leftovers(actual, policy, replacements);
        List<Change> changes = new ArrayList<>(replacements.deletions());
        Rings rings = Rings.of(writes);
        conflicts.addAll(rings.conflicts());
        writes.stream().map(rings::opened).forEach(changes::add);
        changes.addAll(leftovers.deletions());
        return new Diff(
                desired.workspace(),
                changes,
                conflicts,
                uncarried,
                leftovers.kept(),
                expired,
                unchanged);
    }

    private boolean isWritten(Entity entity) {
        return entity.kind().access().write() != Access.Write.NONE && !hasEnded(entity);
    }

    private void want(Entity given) {
        Entity entity = ids.translate(given);
        if (hasEnded(entity)) {
            expired.add(entity);
            return;
        }
        Optional<Entity> same = actual.byId(entity);
        if (same.isPresent()) {
            together(entity, same.get());
            return;
        }
        List<Rival> rivals = actual.rivals(entity);
        if (rivals.isEmpty()) {
            create(entity);
        } else if (given.kind().matchedByName() || !given.idGiven()) {
            adopt(given, entity, rivals.get(0).entity());
        } else {
            contend(given, entity, rivals);
        }
    }

    private boolean hasEnded(Entity entity) {
        return entity.fields().has(Intake.EXPIRES_AT)
                && entity.fields().path(Intake.EXPIRES_AT).asLong() <= now.getEpochSecond();
    }

    /** The actual side's entity is the same one: it keeps its id. */
    private void adopt(Entity given, Entity entity, Entity other) {
        ids.put(given, other);
        actual.match(other);
        together(IdMap.under(entity, other), other);
    }

    private void contend(Entity given, Entity entity, List<Rival> rivals) {
        List<Rival> unmatched = unmatched(rivals);
        if (unmatched.size() == 1 && policy.conflicts() == Conflicts.KEEP) {
            Entity other = unmatched.get(0).entity();
            ids.put(given, other);
            actual.keep(other);
        } else if (hasRoom(entity, unmatched)) {
            create(entity);
        }
    }

    /** What has a counterpart of its own gives the key up. */
    private List<Rival> unmatched(List<Rival> rivals) {
        return rivals.stream().filter(rival -> !actual.isMatched(rival.entity())).toList();
    }

    private boolean hasRoom(Entity entity, List<Rival> rivals) {
        int before = conflicts.size();
        for (Rival rival : rivals) {
            boolean replaced =
                    policy.conflicts() == Conflicts.REPLACE && replacements.replace(rival.entity());
            if (!replaced) {
                conflicts.add(new Conflict(entity, rival.entity(), rival.key().fields(), why()));
            }
        }
        return conflicts.size() == before;
    }

    private String why() {
        return switch (policy.conflicts()) {
            case FAIL -> "another id has it already";
            case REPLACE -> "what would be replaced, or depends on it, has a protected tag";
            case KEEP -> "it cannot be kept beside what else has the id or a key";
        };
    }

    private void together(Entity entity, Entity other) {
        if (replacements.isReplaced(other)) {
            create(entity);
            return;
        }
        noteHashed(entity, other);
        List<FieldDifference> differences = Comparison.of(entity, other);
        if (differences.isEmpty()) {
            unchanged++;
        } else if (entity.kind().access().write() == Access.Write.NONE) {
            uncarried.add(unwritable(entity));
        } else if (hasRoom(entity, unmatched(actual.rivals(entity, other)))) {
            writes.add(new Change.Update(entity, other, differences));
        }
    }

    private void create(Entity entity) {
        if (entity.kind().access().write() == Access.Write.NONE) {
            uncarried.add(unwritable(entity));
            return;
        }
        noteHashed(entity, null);
        writes.add(new Change.Create(entity));
    }

    private void noteHashed(Entity entity, @Nullable Entity other) {
        for (String field : entity.kind().fields().hashed().keySet()) {
            boolean carried =
                    other != null && entity.fields().path(field).equals(other.fields().path(field));
            boolean there = entity.fields().hasNonNull(field);
            if (there && !carried && entity.kind().fields().isHashed(field, entity.fields())) {
                uncarried.add(new Uncarried(entity, field, owner(entity), Uncarried.HASHED));
            }
        }
    }

    private Uncarried unwritable(Entity entity) {
        return new Uncarried(entity, "", owner(entity), Uncarried.UNWRITABLE);
    }

    private String owner(Entity entity) {
        return entity.reference("consumer")
                .map(id -> desired.find("consumers", id).map(Entity::label).orElse(id))
                .orElseGet(entity::label);
    }
}
