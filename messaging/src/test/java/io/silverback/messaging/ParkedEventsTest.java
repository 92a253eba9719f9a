package io.silverback.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.silverback.messaging.testing.EmbeddedKafka;
import io.silverback.messaging.testing.EmbeddedKeysets;
import io.silverback.messaging.testing.EmbeddedPostgres;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
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
        takeOrPark(first, () -> known(false));
        takeOrPark(second, () -> known(false));

        assertThat(release()).isEqualTo(List.of(first, second));
        assertThat(release()).isEmpty();
    }

    @Test
    void takesWhatIsKnown() {
        schema.ready().await().indefinitely();
        AtomicInteger asked = new AtomicInteger();
        takeOrPark(envelope("1"), () -> known(asked.incrementAndGet() == 1));

        assertThat(asked).hasValue(1);
        assertThat(release()).isEmpty();
    }

    @Test
    void looksAgainWhenNobodyElseCanMakeItKnown() {
        schema.ready().await().indefinitely();
        AtomicInteger asked = new AtomicInteger();
        takeOrPark(envelope("1"), () -> known(asked.incrementAndGet() == 2));

        assertThat(asked).hasValue(2);
        assertThat(release()).isEmpty();
    }

    private static Uni<Boolean> known(boolean known) {
        return Uni.createFrom().item(known);
    }

    private void takeOrPark(Envelope<?> envelope, Supplier<Uni<Boolean>> take) {
        transactions
                .run(session -> parked.takeOrPark(session, subject, envelope, take))
                .await()
                .indefinitely();
    }

    private List<Envelope<?>> release() {
        List<Envelope<?>> released = new ArrayList<>();
        transactions
                .run(session -> parked.replay(session, subject, into(released)))
                .await()
                .indefinitely();
        return released;
    }

    private static Function<Envelope<?>, Uni<Void>> into(List<Envelope<?>> released) {
        return envelope -> {
            released.add(envelope);
            return Uni.createFrom().voidItem();
        };
    }

    private Envelope<?> envelope(String id) {
        Instant time = Instant.parse("2026-11-22T12:00:00Z");
        return new Envelope<>(
                id, "/silverback/sync", "key", "payments", time, time, null, Samples.ended("m"));
    }
}
