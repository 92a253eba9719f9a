package io.silverback.kong.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.Samples;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.spill.Lines;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.RunningFingerprint;
import io.silverback.kong.state.SpilledState;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContentsTest {
    private static final Collection CONSUMERS = Collection.of(Catalogue.kong().type("consumers"));
    private static final Collection KEYS =
            Collection.of(Catalogue.kong().type("keyauth_credentials"));
    private static final Entity ANN = consumer(1, "{username:'ann',updated_at:5}");
    private static final Entity BOB = consumer(2, "{username:'bob'}");

    private final Vertx vertx = Vertx.vertx();
    private final Scratch scratch = Scratch.withMemory(100);
    private final Contents contents = new Contents(scratch, vertx);

    @AfterEach
    void stop() throws IOException {
        scratch.close();
        vertx.closeAndAwait();
    }

    @Test
    void takesNeitherOrderNorUpdatedAtNorRemainingTtlForAChange() {
        Entity later = Samples.entity("keyauth_credentials", 3, "{key:'sesame',ttl:50}");
        Entity earlier = Samples.entity("keyauth_credentials", 3, "{key:'sesame',ttl:60}");
        Entity touched = consumer(1, "{username:'ann',updated_at:9}");
        read(CONSUMERS, ANN, BOB);
        read(KEYS, earlier);

        Map<Collection, String> now =
                Map.of(
                        CONSUMERS,
                        RunningFingerprint.of(List.of(BOB, touched)),
                        KEYS,
                        RunningFingerprint.of(List.of(later)));

        assertThat(contents.changedSince(now)).isEmpty();
    }

    @Test
    void seesAnEntityThatCameTwice() {
        read(CONSUMERS, ANN);

        String now = RunningFingerprint.of(List.of(ANN, ANN, ANN));

        assertThat(contents.changedSince(Map.of(CONSUMERS, now))).containsExactly(CONSUMERS);
    }

    @Test
    void namesWhatWasCreatedChangedAndDeletedWithoutSecrets() throws IOException {
        read(CONSUMERS, ANN);
        read(KEYS, Samples.entity("keyauth_credentials", 3, "{key:'sesame'}"));
        read(CONSUMERS, BOB);
        read(KEYS, Samples.entity("keyauth_credentials", 3, "{key:'open'}"));

        assertThat(Changes.in(contents, List.of(CONSUMERS, KEYS), scratch))
                .containsExactlyInAnyOrder(
                        "consumers ann (" + Samples.id(1) + ") was deleted",
                        "consumers bob (" + Samples.id(2) + ") was created",
                        "keyauth_credentials " + Samples.id(3) + " was changed");
    }

    @Test
    void holdsOnlyWhatWasReadLast() throws IOException {
        read(CONSUMERS, ANN);
        read(CONSUMERS, BOB);

        try (Lines last = contents.last()) {
            assertThat(SpilledState.of("shop", scratch, last).load().entities())
                    .containsExactly(BOB);
        }
    }

    @Test
    void forgetsWhatWasBelowAParentThatIsGone() {
        Collection targets =
                Collection.below(Catalogue.kong().type("targets"), "upstream", Samples.id(7));
        read(CONSUMERS, ANN);
        read(targets);

        contents.keepBelow(Set.of(targets));
        assertThat(contents.collections()).containsExactlyInAnyOrder(CONSUMERS, targets);
        contents.keepBelow(Set.of());
        assertThat(contents.collections()).containsExactly(CONSUMERS);
    }

    private void read(Collection one, Entity... entities) {
        contents.begin(one);
        contents.keep(one, List.of(entities)).await().atMost(Duration.ofSeconds(20));
    }

    private static Entity consumer(int number, String text) {
        return Samples.entity("consumers", number, text);
    }
}
