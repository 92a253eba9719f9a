package io.silverback.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private EdgeFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new EdgeFixture("--blue-gateway", "blue-kong", "--green-gateway", "green-kong");
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void reportsBothColoursWhetherOrNotTheyHaveTraffic() {
        await().until(
                        () -> {
                            List<String> keys = keys();
                            return keys.contains("blue-kong") && keys.contains("green-kong");
                        });
    }

    @Test
    void reportsEachRequestOnce() throws Exception {
        fixture.setGreen("100");
        for (int request = 0; request < 20; request++) {
            fixture.get(request % 4 == 0 ? "/fails" : "/");
        }

        await().until(() -> sum("green-kong", "/requests") >= 20);
        assertThat(sum("green-kong", "/requests")).isEqualTo(20);
        assertThat(sum("green-kong", "/errors")).isEqualTo(5);
        assertThat(sum("blue-kong", "/requests")).isZero();
    }

    @Test
    void namesItsMetrics() throws Exception {
        fixture.get("/");

        String metrics = fixture.admin("GET", "/metrics", "", "none").body();

        assertThat(metrics)
                .contains("silverback_edge_requests_total{colour=\"blue\",status=\"200\"} 1.0")
                .contains("silverback_edge_errors_total{colour=\"green\"} 0.0")
                .contains("silverback_edge_latency_seconds_bucket{colour=\"blue\",le=\"0.01\"}")
                .contains("silverback_edge_open_streams{colour=\"blue\"}")
                .contains("silverback_edge_green_weight 0.0")
                .contains("silverback_edge_health_events_dropped_total");
    }

    @Test
    void observesWhatGreenWasLastAsked() throws Exception {
        assertThat(fixture.observed().at("/lastGreenRequestAt").isNull()).isTrue();
        fixture.setGreen("100");
        fixture.get("/");

        assertThat(fixture.observed().at("/lastGreenRequestAt").asText()).endsWith("Z");
    }

    @Test
    void isReadyWithoutToken() throws Exception {
        HttpResponse<String> ready = fixture.admin("GET", "/health/ready", "", "none");

        assertThat(ready.statusCode()).isEqualTo(200);
    }

    @Test
    void stopsOnlyWhenOpenRequestsAreAnswered() throws Exception {
        fixture.edge.routing().readiness().stopping();

        assertThat(fixture.admin("GET", "/health/ready", "", "none").statusCode()).isEqualTo(503);
        assertThat(fixture.get("/").headers().firstValue("connection")).contains("close");
    }

    private List<String> keys() {
        return fixture.producer.history().stream().map(ProducerRecord::key).toList();
    }

    private long sum(String gateway, String pointer) {
        Stream<ProducerRecord<String, byte[]>> sent = fixture.producer.history().stream();
        return sent.filter(message -> message.key().equals(gateway))
                .mapToLong(message -> body(message).at(pointer).asLong())
                .sum();
    }

    private static JsonNode body(ProducerRecord<String, byte[]> message) {
        try {
            return new ObjectMapper().readTree(message.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
