package io.silverback.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/** Runs what a test says for each subject. */
@Singleton
class Work implements JobHandler {
    final Map<String, BiFunction<Job, Lease, Uni<Void>>> scripts = new ConcurrentHashMap<>();
    final List<Job> runs = new CopyOnWriteArrayList<>();
    final Map<String, String> givenUp = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return "work";
    }

    @Override
    public Uni<Void> run(Job job, Lease lease) {
        runs.add(job);
        return Objects.requireNonNull(scripts.get(job.subjectId())).apply(job, lease);
    }

    @Override
    public Uni<Void> gaveUp(Job job, Throwable cause, Lease lease) {
        givenUp.put(job.subjectId(), String.valueOf(cause.getMessage()));
        return lease.complete(session -> Uni.createFrom().voidItem());
    }

    List<Job> runsOf(String subjectId) {
        return runs.stream().filter(job -> job.subjectId().equals(subjectId)).toList();
    }
}
