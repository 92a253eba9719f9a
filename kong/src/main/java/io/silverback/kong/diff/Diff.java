package io.silverback.kong.diff;

import io.silverback.kong.diff.Change.Create;
import io.silverback.kong.diff.Change.Delete;
import io.silverback.kong.diff.Change.Update;
import io.silverback.kong.state.Entity;
import java.util.List;

/**
 * What must be written for the actual state to become the desired one.
 *
 * @param changes in the order in which to write them: first deletions that make room, then
 *     creations and updates along the foreign keys, then other deletions against them
 * @param conflicts unresolved: nothing may be applied while there are any
 * @param kept on the actual side alone, left there
 * @param expired ended before it could be written
 */
public record Diff(
        String workspace,
        List<Change> changes,
        List<Conflict> conflicts,
        List<Uncarried> uncarried,
        List<Entity> kept,
        List<Entity> expired,
        int unchanged) {

    public Diff {
        changes = List.copyOf(changes);
        conflicts = List.copyOf(conflicts);
        uncarried = List.copyOf(uncarried);
        kept = List.copyOf(kept);
        expired = List.copyOf(expired);
    }

    /** Whether there is nothing to write and nothing in the way. */
    public boolean isEmpty() {
        return changes.isEmpty() && conflicts.isEmpty();
    }

    /** How many are created. */
    public int creates() {
        return count(Create.class);
    }

    /** How many are updated. */
    public int updates() {
        return count(Update.class);
    }

    /** How many are deleted. */
    public int deletes() {
        return count(Delete.class);
    }

    private int count(Class<? extends Change> kind) {
        return (int) changes.stream().filter(kind::isInstance).count();
    }

    @Override
    public String toString() {
        return String.format(
                "%s: %d to create, %d to update, %d to delete, %d conflicts",
                workspace, creates(), updates(), deletes(), conflicts.size());
    }
}
