package io.silverback.simulator.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.entity.Secrets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookupsTest {

    private static final String WORKSPACE = "0c0f2a5e-28f6-4b9c-8e0d-3d3d6b1f0000";

    private final Lookups lookups = new Lookups();
    private final AtomicInteger reads = new AtomicInteger();

    private void lookUp(String token) {
        lookups.by(
                WORKSPACE,
                "access_token",
                token,
                () -> {
                    reads.incrementAndGet();
                    return null;
                });
    }

    @Test
    void forgetsAMissedTokenByTheDigestOfItsKeyAlone() {
        lookUp("tok");
        lookUp("other");
        lookups.forget("oauth2_tokens", Secrets.sha1("oauth2_tokens:tok:::::" + WORKSPACE));
        lookUp("tok");
        lookUp("other");
        assertThat(reads).hasValue(3);
    }

    @Test
    void forgetsWhatWasLookedUpByTheValueInAKey() {
        lookUp("bob");
        lookups.forget("basicauth_credentials", "bob");
        lookUp("bob");
        assertThat(reads).hasValue(2);
    }
}
