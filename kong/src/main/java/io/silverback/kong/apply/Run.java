package io.silverback.kong.apply;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Sends what waits for nothing, a limited number at once. Blocks no thread: what is done queues up,
 * and one thread at a time takes it from there. A change is reported when all of it is done.
 */
final class Run {
    private final Function<Task, Uni<EntityResult>> sending;
    private final WriteLimit limit;
    private final MultiEmitter<? super EntityResult> results;
    private final Queue<Task> ready = new ArrayDeque<>();
    private final Queue<Runnable> done = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private int inFlight;
    private int open;
    private boolean broken;

    Run(
            List<Task> tasks,
            Function<Task, Uni<EntityResult>> sending,
            WriteLimit limit,
            MultiEmitter<? super EntityResult> results) {
        this.sending = sending;
        this.limit = limit;
        this.results = results;
        this.open = tasks.size();
        tasks.stream().filter(Task::isReady).forEach(ready::add);
    }

    void start() {
        proceed();
    }

    private void proceed() {
        if (calls.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        while (seen > 0) {
            step();
            seen = calls.addAndGet(-seen);
        }
    }

    private void step() {
        for (Runnable next = done.poll(); next != null; next = done.poll()) {
            next.run();
        }
        while (!ready.isEmpty() && mayGoOn()) {
            inFlight++;
            limit.entered();
            send(ready.remove());
        }
        if (open == 0) {
            results.complete();
        } else if (inFlight == 0 && !broken && !results.isCancelled()) {
            fail(new IllegalStateException(open + " writes wait for each other"));
        }
    }

    /** One is always under way, for only what is done takes the next ones on. */
    private boolean mayGoOn() {
        return !broken && !results.isCancelled() && (inFlight == 0 || limit.hasRoom());
    }

    private void send(Task task) {
        sending.apply(task)
                .subscribe()
                .with(
                        result -> finished(() -> settle(task, result)),
                        failure -> finished(() -> broke(failure)));
    }

    private void finished(Runnable what) {
        done.add(what);
        proceed();
    }

    private void settle(Task task, EntityResult result) {
        left();
        open--;
        if (task.isLast()) {
            results.emit(result);
        }
        ready.addAll(task.done(result));
    }

    private void broke(Throwable failure) {
        left();
        fail(failure);
    }

    private void left() {
        inFlight--;
        limit.left();
    }

    private void fail(Throwable failure) {
        broken = true;
        results.fail(failure);
    }
}
