package io.silverback.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.silverback.messaging.testing.EmbeddedKafka;
import io.silverback.messaging.testing.EmbeddedKeysets;
import io.silverback.messaging.testing.EmbeddedPostgres;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedKafka.class)
@WithTestResource(EmbeddedPostgres.class)
@WithTestResource(EmbeddedKeysets.class)
class ParkedEventsTest {
    @Inject ParkedEvents parked;
    @Inject Transactions transactions;
    @Inject io.silverback.messaging.database.Schema schema;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void releasesInOrderOfArrivalAndOnlyOnce() {
        schema.ready().await().indefinitely();
        Envelope<?> first = envelope("1");
        Envelope<?> second = envelope("2");
        park(first);
        park(second);

        assertThat(release()).isEqualTo(List.of(first, second));
        assertThat(release()).isEmpty();
    }

    private void park(Envelope<?> envelope) {
        transactions.run(session -> parked.park(session, subject, envelope)).await().indefinitely();
    }

    private List<Envelope<?>> release() {
        return transactions.run(session -> parked.release(session, subject)).await().indefinitely();
    }

    private Envelope<?> envelope(String id) {
        Instant time = Instant.parse("2026-11-22T12:00:00Z");
        return new Envelope<>(
                id, "/silverback/sync", "key", "payments", time, time, null, Samples.ended("m"));
    }
}
