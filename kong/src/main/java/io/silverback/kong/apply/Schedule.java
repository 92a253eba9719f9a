package io.silverback.kong.apply;

import io.silverback.kong.apply.Task.Form;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.diff.Change;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which request waits for which: what refers to an entity for its creation, a deletion for that of
 * what refers to it, and what takes a deleted one's place for its deletion. All else goes at once.
 */
final class Schedule {
    private final Map<Change, Task> tasks = new IdentityHashMap<>();
    private final List<Task> order = new ArrayList<>();
    private final Map<EntityKey, Task> creations = new HashMap<>();
    private final Map<EntityKey, List<Task>> referring = new HashMap<>();
    private final Map<Object, Task> deletions = new HashMap<>();
    private final List<Task> everywhere = new ArrayList<>();
    private final List<Task> serving = new ArrayList<>();

    private Schedule() {}

    /** The requests for the changes. No two wait for each other. */
    static List<Task> of(List<Change> changes, Holds holds) {
        Schedule schedule = new Schedule();
        changes.forEach(change -> schedule.add(change, !holds.guards(change).isEmpty()));
        changes.forEach(change -> schedule.guard(change, holds.guards(change)));
        schedule.serving.forEach(task -> schedule.everywhere.forEach(task::after));
        return schedule.order;
    }

    private void add(Change change, boolean held) {
        boolean inTwo = held && change instanceof Change.Create;
        Task task = new Task(change, inTwo ? Form.HELD_BACK : Form.WHOLE);
        tasks.put(change, task);
        order.add(task);
        if (change instanceof Change.Delete) {
            addDeletion(task);
        } else {
            addWrite(task);
            noteWhatGuardsAll(task);
        }
    }

    /** What guards all requests comes before anything serves. */
    private void noteWhatGuardsAll(Task task) {
        EntityType type = task.change().entity().kind();
        if (type.guards() && EntityKey.references(task.change().entity()).isEmpty()) {
            everywhere.add(task);
        } else if (type.hold() != null && task.change() instanceof Change.Create) {
            serving.add(task);
        }
    }

    private void addDeletion(Task task) {
        Entity entity = task.change().entity();
        EntityKey key = EntityKey.of(entity);
        EntityKey.references(entity)
                .forEach(one -> referring.computeIfAbsent(one, k -> new ArrayList<>()).add(task));
        referring.getOrDefault(key, List.of()).forEach(task::after);
        deletions.put(key, task);
        UniqueKey.of(entity).forEach(unique -> deletions.put(unique, task));
    }

    private void addWrite(Task task) {
        Entity entity = task.change().entity();
        EntityKey.references(entity).forEach(key -> after(task, creations.get(key)));
        if (!deletions.isEmpty()) {
            after(task, deletions.get(EntityKey.of(entity)));
            UniqueKey.of(entity).forEach(key -> after(task, deletions.get(key)));
        }
        if (task.change() instanceof Change.Create) {
            creations.put(EntityKey.of(entity), task);
        }
    }

    private void guard(Change change, List<Change> guards) {
        Task task = Objects.requireNonNull(tasks.get(change));
        if (task.form() == Form.HELD_BACK) {
            Task held = task;
            task = new Task(change, Form.SERVING);
            task.guardedBy(held);
            order.add(task);
        }
        for (Change guard : guards) {
            task.guardedBy(Objects.requireNonNull(tasks.get(guard)));
        }
    }

    private static void after(Task task, @Nullable Task earlier) {
        if (earlier != null) {
            task.after(earlier);
        }
    }
}
