package io.silverback.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.silverback.contracts.TestsPassed;
import io.silverback.messaging.containers.KafkaContainers;
import io.silverback.messaging.containers.NeedsDocker;
import io.silverback.messaging.containers.PostgresContainers;
import io.silverback.messaging.database.Schema;
import io.silverback.messaging.testing.EmbeddedKeysets;
import io.silverback.messaging.testing.Topics;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From outbox to inbox over Kafka and PostgreSQL as people run them: in containers. */
@NeedsDocker
@QuarkusTest
@WithTestResource(KafkaContainers.class)
@WithTestResource(PostgresContainers.class)
@WithTestResource(EmbeddedKeysets.class)
class OutboxToInboxContainerIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject Outbox outbox;
    @Inject Transactions transactions;
    @Inject Effects effects;
    @Inject Schema schema;

    private final String id = UUID.randomUUID().toString();

    @Test
    void aSignedEventOfTheOutboxHasItsEffectOnce() {
        schema.ready().await().atMost(Duration.ofMinutes(1));
        transactions
                .run(session -> outbox.publish(session, id, id, Samples.passed(id)))
                .await()
                .atMost(LONG);

        await().atMost(LONG).untilAsserted(() -> assertThat(effects.count(id)).isOne());
        try (Topics topics = Topics.ofTheApplication()) {
            assertThat(topics.events(TestsPassed.class, id)).containsExactly(Samples.passed(id));
        }
    }
}
