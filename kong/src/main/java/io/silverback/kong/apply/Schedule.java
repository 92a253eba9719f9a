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
 * Which request waits for which, in whatever order the changes come: what refers to an entity for
 * its creation, a deletion for all that refers to it, and what takes a unique key for whoever gives
 * it up. All else goes at once.
 */
final class Schedule {
    private final Map<Change, Task> tasks = new IdentityHashMap<>();
    private final List<Task> order = new ArrayList<>();
    private final Map<EntityKey, Task> creations = new HashMap<>();
    private final Map<EntityKey, Task> deletions = new HashMap<>();
    private final Map<EntityKey, List<Task>> referring = new HashMap<>();
    private final Map<UniqueKey, Task> releasing = new HashMap<>();
    private final List<Task> everywhere = new ArrayList<>();
    private final List<Task> serving = new ArrayList<>();

    private Schedule() {}

    /** The requests for the changes. */
    static List<Task> of(List<Change> changes, Holds holds) {
        Schedule schedule = new Schedule();
        changes.forEach(change -> schedule.add(change, !holds.guards(change).isEmpty()));
        changes.forEach(schedule::link);
        changes.forEach(change -> schedule.guard(change, holds.guards(change)));
        changes.forEach(change -> schedule.shut(change, holds.leaving(change)));
        schedule.serving.forEach(task -> schedule.everywhere.forEach(task::after));
        return schedule.order;
    }

    private void add(Change change, boolean held) {
        boolean inTwo = held && change instanceof Change.Create;
        Task task = new Task(change, inTwo ? Form.HELD_BACK : Form.WHOLE);
        tasks.put(change, task);
        order.add(task);
        if (change instanceof Change.Create create) {
            creations.put(EntityKey.of(create.entity()), task);
        } else if (change instanceof Change.Update update) {
            addUpdate(update, task);
        } else {
            addDeletion(change.entity(), task);
        }
        if (!(change instanceof Change.Delete)) {
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

    private void addUpdate(Change.Update update, Task task) {
        noteReferences(update.actual(), task);
        Task first = task;
        if (!update.aside().isEmpty()) {
            first = new Task(update, Form.ASIDE);
            task.guardedBy(first);
            order.add(first);
        }
        for (UniqueKey key : update.released()) {
            boolean early = update.aside().contains(key.fields().get(0));
            releasing.put(key, early ? first : task);
        }
    }

    private void addDeletion(Entity entity, Task task) {
        noteReferences(entity, task);
        deletions.put(EntityKey.of(entity), task);
        UniqueKey.of(entity).forEach(key -> releasing.put(key, task));
    }

    private void noteReferences(Entity actual, Task task) {
        EntityKey.references(actual)
                .forEach(one -> referring.computeIfAbsent(one, k -> new ArrayList<>()).add(task));
    }

    private void link(Change change) {
        Task task = Objects.requireNonNull(tasks.get(change));
        EntityKey own = EntityKey.of(change.entity());
        if (change instanceof Change.Delete) {
            referring.getOrDefault(own, List.of()).forEach(one -> after(task, one));
            return;
        }
        EntityKey.references(change.entity()).forEach(key -> after(task, creations.get(key)));
        if (!releasing.isEmpty()) {
            after(task, deletions.get(own));
            UniqueKey.of(change.entity()).forEach(key -> after(task, releasing.get(key)));
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

    private void shut(Change change, List<Change> guards) {
        if (!guards.isEmpty()) {
            Task shut = new Task(change, Form.SHUT);
            order.add(shut);
            guards.forEach(guard -> after(tasks.get(guard), shut));
        }
    }

    private static void after(@Nullable Task task, @Nullable Task earlier) {
        if (task != null && earlier != null && earlier != task) {
            task.after(earlier);
        }
    }
}
