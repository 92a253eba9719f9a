package io.silverback.traffic.storage;

import io.silverback.contracts.CutoverRequested.Member;
import io.silverback.contracts.MigrationEnded;
import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Jobs;
import io.silverback.messaging.Outbox;
import io.silverback.traffic.canary.Announcement;
import io.silverback.traffic.canary.Announcements;
import io.silverback.traffic.canary.Announcements.Said;
import io.silverback.traffic.canary.AwaitingGo;
import io.silverback.traffic.canary.Cause;
import io.silverback.traffic.canary.Confirmation;
import io.silverback.traffic.canary.Cutover;
import io.silverback.traffic.canary.Retreating;
import io.silverback.traffic.canary.Shifting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** What a change of state brings with it, in its transaction: events, and work to be done. */
@ApplicationScoped
class Effects {

    private static final Logger LOG = Logger.getLogger(Effects.class);

    private final Outbox outbox;
    private final Jobs jobs;
    private final Migrations migrations;

    Effects(Outbox outbox, Jobs jobs, Migrations migrations) {
        this.outbox = outbox;
        this.jobs = jobs;
        this.migrations = migrations;
    }

    Uni<Void> created(Mutiny.Session session, Cutover cutover) {
        LOG.infof(
                "Cutover known: cutoverId=%s name=%s state=%s",
                cutover.id(), cutover.request().name(), cutover.canary().state());
        return cutover.canary() instanceof Retreating ? giveBack(session, cutover) : nothing();
    }

    Uni<Void> changed(
            Mutiny.Session session, Cutover before, Cutover after, List<Announcement> says) {
        LOG.infof(
                "Cutover changed: cutoverId=%s name=%s from=%s to=%s weight=%s",
                after.id(),
                after.request().name(),
                before.canary().state(),
                after.canary().state(),
                after.weight());
        return inTurn(says, announcement -> say(session, after, announcement))
                .chain(() -> startWork(session, before, after))
                .chain(() -> after.hasEnded() ? endEstate(session, after) : nothing());
    }

    Uni<Void> drilled(
            Mutiny.Session session,
            String drillId,
            Cutover cutover,
            Confirmation confirmation,
            Cause cause) {
        return session.createNativeQuery(
                        "insert into drill (id, at) values (:id, now()) on conflict do nothing")
                .setParameter("id", drillId)
                .executeUpdate()
                .chain(
                        inserted ->
                                inserted == 0
                                        ? nothing()
                                        : sayDrilled(session, cutover, confirmation, cause));
    }

    private Uni<Void> sayDrilled(
            Mutiny.Session session, Cutover cutover, Confirmation confirmation, Cause cause) {
        return outbox.publish(
                session,
                cutover.id(),
                cutover.request().name(),
                Announcements.rolledBack(cutover, cause, confirmation.routers(), true));
    }

    private Uni<Void> startWork(Mutiny.Session session, Cutover before, Cutover after) {
        boolean backwards =
                after.canary() instanceof Retreating && !(before.canary() instanceof Retreating);
        boolean off =
                before.canary() instanceof AwaitingGo gate
                        && gate.standing().step() == 0
                        && after.canary() instanceof Shifting;
        if (backwards) {
            return giveBack(session, after);
        }
        return off ? jobs.enqueue(session, CanaryJob.KIND, after.id(), 0, "{}") : nothing();
    }

    private Uni<Void> giveBack(Mutiny.Session session, Cutover cutover) {
        return jobs.enqueue(session, WayBackJob.KIND, cutover.id(), 0, "{}");
    }

    private Uni<Void> say(Mutiny.Session session, Cutover cutover, Announcement announcement) {
        return inTurn(
                Announcements.of(cutover, announcement), said -> publish(session, cutover, said));
    }

    /** A migration that somebody has ended already does not end again. */
    private Uni<Void> publish(Mutiny.Session session, Cutover cutover, Said said) {
        if (!(said.event() instanceof MigrationEnded)) {
            return outbox.publish(session, said.key(), said.subject(), said.event());
        }
        return migrations
                .end(session, said.key())
                .chain(
                        first ->
                                first
                                        ? outbox.publish(
                                                session, said.key(), said.subject(), said.event())
                                        : nothing());
    }

    /** {@code _estate} is completed with the plan's last cutover, if any of them was. */
    private Uni<Void> endEstate(Mutiny.Session session, Cutover cutover) {
        Member estate =
                new Member(cutover.request().estateMigrationId(), MigrationRequested.ESTATE);
        Said said = Announcements.ended(cutover, estate, MigrationEnded.Outcome.COMPLETED, null);
        return Plans.isDone(session, cutover.request())
                .chain(done -> done ? publish(session, cutover, said) : nothing());
    }

    private static <T> Uni<Void> inTurn(List<T> all, Function<T, Uni<Void>> each) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(each::apply)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
