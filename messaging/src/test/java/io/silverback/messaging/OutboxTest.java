package io.silverback.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.silverback.contracts.MigrationEnded;
import io.silverback.messaging.testing.EmbeddedKafka;
import io.silverback.messaging.testing.EmbeddedKeysets;
import io.silverback.messaging.testing.EmbeddedPostgres;
import io.silverback.messaging.testing.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedKafka.class)
@WithTestResource(EmbeddedPostgres.class)
@WithTestResource(EmbeddedKeysets.class)
class OutboxTest {
    @Inject Outbox outbox;
    @Inject Transactions transactions;
    @Inject Effects effects;

    private final String id = UUID.randomUUID().toString();

    @Test
    void publishesWhatWasCommitted() {
        transactions
                .run(session -> outbox.publish(session, id, id, Samples.ended(id)))
                .await()
                .indefinitely();

        await().untilAsserted(() -> assertThat(effects.count(id)).isOne());
        try (Topics topics = Topics.ofTheApplication()) {
            assertThat(topics.events(MigrationEnded.class, id)).containsExactly(Samples.ended(id));
        }
    }

    @Test
    void publishesNothingOfARolledBackTransaction() {
        String marker = UUID.randomUUID().toString();
        assertThatThrownBy(
                        () ->
                                transactions
                                        .run(
                                                session ->
                                                        outbox.publish(
                                                                        session,
                                                                        id,
                                                                        id,
                                                                        Samples.ended(id))
                                                                .chain(this::fail))
                                        .await()
                                        .indefinitely())
                .hasMessage("rolled back");
        transactions
                .run(session -> outbox.publish(session, marker, marker, Samples.ended(marker)))
                .await()
                .indefinitely();

        await().untilAsserted(() -> assertThat(effects.count(marker)).isOne());
        assertThat(effects.count(id)).isZero();
        try (Topics topics = Topics.ofTheApplication()) {
            assertThat(topics.events(MigrationEnded.class, id)).isEmpty();
        }
    }

    private Uni<Void> fail() {
        return Uni.createFrom().failure(new IllegalStateException("rolled back"));
    }
}
