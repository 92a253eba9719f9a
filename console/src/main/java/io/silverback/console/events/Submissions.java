package io.silverback.console.events;

import io.silverback.console.plan.Plan;
import io.silverback.console.plan.Remark;
import io.silverback.console.plans.Conflicts;
import io.silverback.console.plans.Requests;
import io.silverback.console.plans.SubmittedPlan;
import io.silverback.console.storage.FactStore;
import io.silverback.console.storage.PlanStore;
import io.silverback.contracts.Event;
import io.silverback.messaging.Envelope;
import io.silverback.messaging.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Starts plans: the plan and the requests to the services are one transaction. */
@ApplicationScoped
public class Submissions {
    private static final Logger LOG = Logger.getLogger(Submissions.class);

    /** What came of a submission. */
    public sealed interface Outcome {

        /** The requests are on their way. */
        record Started(Requests requests) implements Outcome {}

        /** A live plan is in the way; nothing was started. */
        record InTheWay(String reason) implements Outcome {}
    }

    private record Request(String key, String subject, Event event) {}

    private final Outbox outbox;
    private final PlanStore plans;
    private final FactStore facts;

    Submissions(Outbox outbox, PlanStore plans, FactStore facts) {
        this.outbox = outbox;
        this.plans = plans;
        this.facts = facts;
    }

    /** Starts {@code plan} in the caller's transaction, unless a live one is in its way. */
    public Uni<Outcome> submit(
            Mutiny.Session session, Plan plan, List<Remark> warnings, String by) {
        return plans.lock(session)
                .chain(() -> plans.newest(session))
                .map(known -> Conflicts.of(plan, known))
                .chain(
                        conflict ->
                                conflict.isPresent()
                                        ? Uni.createFrom()
                                                .item(new Outcome.InTheWay(conflict.get()))
                                        : start(session, plan, warnings, by));
    }

    private Uni<Outcome> start(
            Mutiny.Session session, Plan plan, List<Remark> warnings, String by) {
        Requests requests = Requests.of(plan, () -> UUID.randomUUID().toString());
        Instant now = Instant.now();
        SubmittedPlan submitted =
                new SubmittedPlan(
                        requests.planId(),
                        plan.name(),
                        plan.hash(),
                        plan.change(),
                        plan.mode(),
                        plan.blue(),
                        plan.green(),
                        by,
                        now,
                        warnings);
        LOG.infof("Plan started planId=%s name=%s by=%s", submitted.id(), plan.name(), by);
        return plans.add(session, submitted)
                .chain(() -> publish(session, requests, now))
                .replaceWith(new Outcome.Started(requests));
    }

    private Uni<Void> publish(Mutiny.Session session, Requests requests, Instant now) {
        Stream<Request> migrations =
                requests.migrations().stream()
                        .map(m -> new Request(m.migrationId(), m.workspace(), m));
        Stream<Request> cutovers =
                requests.cutovers().stream().map(c -> new Request(c.cutoverId(), c.name(), c));
        return Multi.createFrom()
                .items(Stream.concat(migrations, cutovers))
                .onItem()
                .transformToUniAndConcatenate(request -> publish(session, request, now))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Known here from now on; the same event, once heard from its topic, takes its place. */
    private Uni<Void> publish(Mutiny.Session session, Request request, Instant now) {
        Envelope<Event> own =
                new Envelope<>(
                        "", "", request.key(), request.subject(), now, now, null, request.event());
        return outbox.publish(session, request.key(), request.subject(), request.event())
                .chain(() -> facts.remember(session, own));
    }
}
