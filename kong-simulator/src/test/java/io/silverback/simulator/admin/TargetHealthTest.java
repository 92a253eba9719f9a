package io.silverback.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverback.simulator.schema.Document;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetHealthTest {
    private static final Document PROBED =
            Document.of(
                    "healthchecks",
                    Map.of(
                            "active",
                            Map.of("healthy", Map.of("interval", 5)),
                            "passive",
                            Map.of()));

    private static Document health(Document upstream, String target) {
        return new TargetHealth(upstream, "127.0.0.1:53")
                .shown(Document.of("target", target).with("weight", 70));
    }

    @Test
    void findsAnAddressHealthyWithAllItsWeight() {
        Document shown = health(PROBED, "127.0.0.1:8080");

        assertThat(shown).containsEntry("health", "HEALTHY").containsEntry("weight", 70);
        assertThat(shown.document("data"))
                .containsEntry("dns", "A")
                .containsEntry(
                        "addresses",
                        List.of(
                                Map.of(
                                        "ip",
                                        "127.0.0.1",
                                        "port",
                                        8080L,
                                        "weight",
                                        70L,
                                        "health",
                                        "HEALTHY")));
    }

    @Test
    void findsNoAddressForAName() {
        Document shown = health(PROBED, "node.test:8000");

        assertThat(shown).containsEntry("health", "DNS_ERROR");
        assertThat(shown.document("data").document("weight")).containsEntry("total", 0L);
        assertThat(shown.document("data").text("dns")).contains("UDP server 127.0.0.1:53:");
    }

    @Test
    void saysThatNobodyLooksWhereNothingIsConfigured() {
        assertThat(health(new Document(), "127.0.0.1:8080"))
                .containsEntry("health", "HEALTHCHECKS_OFF");
    }
}
