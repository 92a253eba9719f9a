package io.silverback.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Carries out what a decision ordered, one after another, in the caller's transaction. */
@ApplicationScoped
public class Orders {

    private final Outbox outbox;
    private final Jobs jobs;

    Orders(Outbox outbox, Jobs jobs) {
        this.outbox = outbox;
        this.jobs = jobs;
    }

    /** Queues the events and the work, cancels what is to be cancelled. */
    public Uni<Void> carryOut(Mutiny.Session session, List<Order> orders) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Order order : orders) {
            all = all.chain(() -> carryOut(session, order));
        }
        return all;
    }

    private Uni<Void> carryOut(Mutiny.Session session, Order order) {
        if (order instanceof Order.Publish publish) {
            return outbox.publish(session, publish.key(), publish.subject(), publish.event());
        }
        if (order instanceof Order.Enqueue work) {
            return jobs.enqueue(session, work.kind(), work.subjectId(), work.generation(), "{}");
        }
        return jobs.cancel(session, ((Order.Cancel) order).subjectId());
    }
}
