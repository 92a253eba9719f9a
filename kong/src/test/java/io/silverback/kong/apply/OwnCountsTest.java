package io.silverback.kong.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.kong.Samples;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.state.DeclarativeState;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnCountsTest {
    private final DeclarativeState state =
            Samples.state(Samples.entity("consumers", 1, "{username:'ann'}"));

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

    private List<String> missing(String counts) {
        return OwnCounts.missing(Catalogue.kong().types(), Samples.json(counts), state);
    }
}
