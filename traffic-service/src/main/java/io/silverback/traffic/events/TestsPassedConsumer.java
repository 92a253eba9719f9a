package io.silverback.traffic.events;

import io.silverback.contracts.TestsPassed;
import io.silverback.messaging.Inbox;
import io.silverback.traffic.storage.Admission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A migration's tests have passed. */
@ApplicationScoped
class TestsPassedConsumer {

    private final Inbox inbox;
    private final Admission admission;

    TestsPassedConsumer(Inbox inbox, Admission admission) {
        this.inbox = inbox;
        this.admission = admission;
    }

    @Incoming("tests-passed")
    Uni<Void> on(Message<byte[]> record) {
        return inbox.handle(
                record,
                TestsPassed.class,
                (session, heard) -> admission.passed(session, heard.body()));
    }
}
