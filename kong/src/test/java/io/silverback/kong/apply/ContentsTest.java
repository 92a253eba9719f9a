package io.silverback.kong.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.Samples;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.RunningFingerprint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentsTest {
    private static final Collection CONSUMERS = Collection.of(Catalogue.kong().type("consumers"));
    private static final Collection KEYS =
            Collection.of(Catalogue.kong().type("keyauth_credentials"));
    private static final Entity ANN = consumer(1, "{username:'ann',updated_at:5}");
    private static final Entity BOB = consumer(2, "{username:'bob'}");

    @Test
    void takesNeitherOrderNorUpdatedAtNorRemainingTtlForAChange() {
        Entity later = Samples.entity("keyauth_credentials", 3, "{key:'sesame',ttl:50}");
        Entity earlier = Samples.entity("keyauth_credentials", 3, "{key:'sesame',ttl:60}");
        Contents contents =
                new Contents(Map.of(CONSUMERS, List.of(ANN, BOB), KEYS, List.of(earlier)));

        assertThat(
                        contents.changedSince(
                                Map.of(
                                        CONSUMERS,
                                        RunningFingerprint.of(
                                                List.of(
                                                        BOB,
                                                        consumer(
                                                                1,
                                                                "{username:'ann',updated_at:9}"))),
                                        KEYS,
                                        RunningFingerprint.of(List.of(later)))))
                .isEmpty();
    }

    @Test
    void seesAnEntityThatCameTwice() {
        Contents contents = new Contents(Map.of(CONSUMERS, List.of(ANN)));

        assertThat(
                        contents.changedSince(
                                Map.of(CONSUMERS, RunningFingerprint.of(List.of(ANN, ANN, ANN)))))
                .containsExactly(CONSUMERS);
    }

    @Test
    void namesWhatWasCreatedChangedAndDeletedWithoutSecrets() {
        Entity before = Samples.entity("keyauth_credentials", 3, "{key:'sesame'}");
        Entity after = Samples.entity("keyauth_credentials", 3, "{key:'open'}");
        Contents contents = new Contents(Map.of(CONSUMERS, List.of(ANN), KEYS, List.of(before)));

        assertThat(contents.changes(Map.of(CONSUMERS, List.of(BOB), KEYS, List.of(after))))
                .containsExactly(
                        "consumers ann (" + Samples.id(1) + ") was deleted",
                        "consumers bob (" + Samples.id(2) + ") was created",
                        "keyauth_credentials " + Samples.id(3) + " was changed");
    }

    @Test
    void forgetsWhatWasBelowAParentThatIsGone() {
        Collection targets =
                Collection.below(Catalogue.kong().type("targets"), "upstream", Samples.id(7));
        Contents contents = new Contents(Map.of(CONSUMERS, List.of(ANN), targets, List.of()));

        assertThat(contents.onlyWithParents(Set.of()).collections()).containsOnlyKeys(CONSUMERS);
        assertThat(contents.onlyWithParents(Set.of(targets))).isEqualTo(contents);
    }

    private static Entity consumer(int number, String text) {
        return Samples.entity("consumers", number, text);
    }
}
