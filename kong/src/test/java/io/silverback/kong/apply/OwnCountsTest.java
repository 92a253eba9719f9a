package io.silverback.kong.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.Samples;
import io.silverback.kong.catalogue.Catalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnCountsTest {
    @Test
    void namesWhatWasCountedAndNotRead() {
        assertThat(missing("{consumers:3,services:2}"))
                .containsExactlyInAnyOrder(
                        "3 consumers counted, 1 read", "2 services counted, 0 read");
    }

    @Test
    void takesMoreThanCountedAndEndedKeysForNoLoss() {
        assertThat(missing("{consumers:0,keyauth_credentials:4,unheard_of:9}")).isEmpty();
    }

    @Test
    void saysThatTheCountOfWhatEndsProvesNothing() {
        assertThat(counts("{keyauth_credentials:4}").unsure())
                .hasValueSatisfying(
                        remark ->
                                assertThat(remark.meaning())
                                        .startsWith("4 keyauth_credentials counted, 0 read:"));
        assertThat(counts("{consumers:0}").unsure()).isEmpty();
    }

    private static List<String> missing(String counts) {
        return counts(counts).missing();
    }

    private static OwnCounts counts(String counts) {
        return new OwnCounts(
                Catalogue.kong().types(), Samples.json(counts), Map.of("consumers", 1));
    }
}
