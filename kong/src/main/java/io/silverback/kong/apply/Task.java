package io.silverback.kong.apply;

import io.silverback.kong.apply.EntityResult.Outcome;
import io.silverback.kong.diff.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request that carries out a change or a part of it, and what waits for it. */
final class Task {
    /** What the request does. */
    enum Form {
        /** All of the change. */
        WHOLE,
        /** Creates what does not serve yet. */
        HELD_BACK,
        /** Lets serve what was held back. */
        SERVING,
        /** Gives a unique key up for another entity, which takes it before the rest is changed. */
        ASIDE,
        /** Ends serving, before what guards it is deleted, and then it itself. */
        SHUT
    }

    private final Change change;
    private final Form form;
    private final List<Task> guards = new ArrayList<>(0);
    private final List<Task> waiting = new ArrayList<>(0);
    private int missing;
    private @Nullable EntityResult result;

    Task(Change change, Form form) {
        this.change = change;
        this.form = form;
    }

    Change change() {
        return change;
    }

    Form form() {
        return form;
    }

    /** Whether nothing of the change is left to be sent after it. */
    boolean isLast() {
        return form == Form.WHOLE || form == Form.SERVING;
    }

    /** Is sent when {@code earlier} is done, whatever became of it. */
    void after(Task earlier) {
        earlier.waiting.add(this);
        missing++;
    }

    /** Is sent when {@code guard} is there, and not at all without it. */
    void guardedBy(Task guard) {
        after(guard);
        guards.add(guard);
    }

    boolean isReady() {
        return missing == 0;
    }

    /** Notes what became of it, and says what may be sent now. */
    List<Task> done(EntityResult outcome) {
        result = outcome;
        List<Task> freed = new ArrayList<>();
        for (Task task : waiting) {
            task.missing--;
            if (task.isReady()) {
                freed.add(task);
            }
        }
        return freed;
    }

    /** What it must not be sent without, and what became of that; null: nothing is missing. */
    @Nullable EntityResult missingGuard() {
        for (Task guard : guards) {
            EntityResult found = guard.result;
            if (found == null || isMissing(found.outcome())) {
                return found;
            }
        }
        return null;
    }

    private static boolean isMissing(Outcome outcome) {
        return outcome == Outcome.FAILED || outcome == Outcome.SKIPPED;
    }
}
