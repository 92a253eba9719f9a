package io.silverback.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.silverback.messaging.broker.DeadLetters;
import io.silverback.messaging.event.EventHeaders;
import io.silverback.messaging.testing.EmbeddedKafka;
import io.silverback.messaging.testing.EmbeddedKeysets;
import io.silverback.messaging.testing.EmbeddedPostgres;
import io.silverback.messaging.testing.Topics;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedKafka.class)
@WithTestResource(EmbeddedPostgres.class)
@WithTestResource(EmbeddedKeysets.class)
class InboxTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String ENDED = "migration-ended";
    private static final String PASSED = "tests-passed";

    @Inject Effects effects;

    private final String id = UUID.randomUUID().toString();
    private Topics topics;

    @BeforeEach
    void open() {
        topics = Topics.ofTheApplication();
        await().atMost(LONG).ignoreExceptions().until(() -> effects.count(id) == 0);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void theSameEventTwiceHasOneEffect() {
        ProducerRecord<String, byte[]> event = topics.record("sync", id, id, Samples.ended(id));
        topics.send(event);
        topics.send(event);
        waitForAllBefore(ENDED);

        assertThat(effects.count(id)).isOne();
    }

    @Test
    void aPoisonRecordIsDeadLetteredAndTheConsumerGoesOn() {
        ProducerRecord<String, byte[]> poison =
                altered(topics.record("sync", id, id, Samples.ended(id)), "{\"migrationId\":");
        topics.send(poison);
        waitForAllBefore(ENDED);

        ConsumerRecord<String, byte[]> letter = deadLetter(ENDED, poison);
        assertThat(letter.key()).isEqualTo(id);
        assertThat(letter.value()).isEqualTo(poison.value());
        assertThat(header(letter, DeadLetters.REASON)).contains("MigrationEnded");
        assertThat(header(letter, DeadLetters.SERVICE)).isEqualTo("messaging-test");
        assertThat(header(letter, DeadLetters.GROUP)).isEqualTo("messaging-test");
        assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo(ENDED);
        assertThat(effects.count(id)).isZero();
    }

    @Test
    void aMissingFieldIsNamedInTheDeadLetter() {
        ProducerRecord<String, byte[]> incomplete =
                altered(topics.record("sync", id, id, Samples.ended(id)), "{\"generation\":1}");
        topics.send(incomplete);
        waitForAllBefore(ENDED);

        assertThat(header(deadLetter(ENDED, incomplete), DeadLetters.REASON))
                .isEqualTo("the field migrationId is missing");
    }

    @Test
    void signedTestsPassedHasItsEffect() {
        topics.publish("verify", id, id, Samples.passed(id));

        await().atMost(LONG).untilAsserted(() -> assertThat(effects.count(id)).isOne());
    }

    @Test
    void anAlteredTestsPassedIsRefused() {
        ProducerRecord<String, byte[]> event = topics.record("verify", id, id, Samples.passed(id));
        String body =
                new String(event.value(), UTF_8).replace("\"differing\":0", "\"differing\":9");

        assertRefused(altered(event, body), "its signature is wrong");
    }

    @Test
    void anUnsignedTestsPassedIsRefused() {
        ProducerRecord<String, byte[]> event = topics.record("verify", id, id, Samples.passed(id));
        event.headers().remove(EventHeaders.SIGNATURE);

        assertRefused(event, "it is not signed");
    }

    @Test
    void testsPassedOfAnotherPublisherIsRefused() {
        assertRefused(
                topics.record("sync", id, id, Samples.passed(id)),
                "sync may not sign on tests-passed");
    }

    @Test
    void testsPassedInVerifysNameSignedByAnotherIsRefused() {
        ProducerRecord<String, byte[]> event = topics.record("sync", id, id, Samples.passed(id));
        EventHeaders.put(event.headers(), EventHeaders.SOURCE, "/silverback/verify");

        assertRefused(event, "its signature is wrong");
    }

    @Test
    void aFailureThatMayPassIsTriedAgain() {
        effects.failNext.set(2);
        topics.publish("sync", id, id, Samples.ended(id));

        await().atMost(LONG).untilAsserted(() -> assertThat(effects.count(id)).isOne());
    }

    @Test
    void measurementsAreObservedEachTime() {
        ProducerRecord<String, byte[]> event = topics.record("edge", id, id, Samples.health(id));
        topics.send(event);
        topics.send(event);

        await().atMost(LONG)
                .untilAsserted(
                        () ->
                                assertThat(effects.measurements)
                                        .filteredOn(heard -> heard.key().equals(id))
                                        .hasSize(2));
    }

    private void assertRefused(ProducerRecord<String, byte[]> event, String reason) {
        topics.send(event);
        waitForAllBefore(PASSED);

        assertThat(header(deadLetter(PASSED, event), DeadLetters.REASON)).isEqualTo(reason);
        assertThat(effects.count(id)).isZero();
    }

    /** A later event with the same key has had its effect: so all before it were dealt with. */
    private void waitForAllBefore(String topic) {
        String marker = UUID.randomUUID().toString();
        if (topic.equals(ENDED)) {
            topics.publish("sync", id, marker, Samples.ended(id));
        } else {
            topics.publish("verify", id, marker, Samples.passed(id));
        }
        await().atMost(LONG).untilAsserted(() -> assertThat(effects.count(marker)).isOne());
    }

    private ConsumerRecord<String, byte[]> deadLetter(
            String topic, ProducerRecord<String, byte[]> event) {
        String eventId = EventHeaders.find(event.headers(), EventHeaders.ID);
        List<ConsumerRecord<String, byte[]>> letters =
                topics.records(topic + "-dlq").stream()
                        .filter(one -> header(one, EventHeaders.ID).equals(eventId))
                        .toList();
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private static ProducerRecord<String, byte[]> altered(
            ProducerRecord<String, byte[]> event, String body) {
        return new ProducerRecord<>(
                event.topic(), null, event.key(), body.getBytes(UTF_8), event.headers());
    }

    private static String header(ConsumerRecord<String, byte[]> heard, String name) {
        return String.valueOf(EventHeaders.find(heard.headers(), name));
    }
}
