package io.silverback.traffic.storage;

import io.silverback.messaging.Job;
import io.silverback.messaging.JobHandler;
import io.silverback.messaging.Jobs;
import io.silverback.messaging.Lease;
import io.silverback.traffic.canary.WayBack;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends a way back that is on record. */
@ApplicationScoped
class WayBackJob implements JobHandler {

    static final String KIND = "way-back";

    private final WayBack wayBack;
    private final Jobs jobs;

    WayBackJob(WayBack wayBack, Jobs jobs) {
        this.wayBack = wayBack;
        this.jobs = jobs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job, Lease lease) {
        return wayBack.finish(job.subjectId());
    }

    /** Blue gets its traffic back however long it takes. */
    @Override
    public Uni<Void> gaveUp(Job job, Throwable cause, Lease lease) {
        return lease.complete(
                session -> jobs.enqueue(session, KIND, job.subjectId(), 0, job.payload()));
    }
}
