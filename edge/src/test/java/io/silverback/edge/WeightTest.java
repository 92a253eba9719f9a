package io.silverback.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightTest {

    private EdgeFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new EdgeFixture();
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void startsOnBlueAndOverridesAForgedColour() throws Exception {
        assertThat(fixture.colour()).isEqualTo("blue");
    }

    @Test
    void sendsGreenItsShare() throws Exception {
        fixture.setGreen("10.00");
        int green = 0;
        for (int request = 0; request < 400; request++) {
            green += fixture.colour().equals("green") ? 1 : 0;
        }

        assertThat((double) green).isCloseTo(40.0, within(2.0));
        assertThat(fixture.observed().at("/requests/green").asInt()).isEqualTo(green);
    }

    @Test
    void takesGreenAwayFromTheVeryNextRequest() throws Exception {
        for (int round = 0; round < 20; round++) {
            fixture.setGreen("100");
            assertThat(fixture.colour()).isEqualTo("green");
            fixture.setGreen("0");
            assertThat(fixture.colour()).isEqualTo("blue");
        }
    }

    @Test
    void readsBackWhatWasSet() throws Exception {
        HttpResponse<String> put =
                fixture.admin(
                        "PUT",
                        "/weight",
                        "{\"green\":12.5,\"leaseSeconds\":15,\"onLeaseEnd\":\"hold\"}");

        assertThat(put.body()).contains("\"green\":12.50");
        assertThat(EdgeFixture.json(put).at("/leaseEndsAt").asText())
                .isEqualTo("2026-11-22T10:00:15Z");
        assertThat(fixture.admin("GET", "/weight", "").body()).isEqualTo(put.body());
        assertThat(fixture.setGreen("5").at("/leaseEndsAt").isNull()).isTrue();
    }

    @Test
    void givesGreenBackWhenItsLeaseEnds() throws Exception {
        fixture.admin("PUT", "/weight", "{\"green\":100,\"leaseSeconds\":15}");
        fixture.clock.advance(Duration.ofSeconds(14));
        fixture.admin("POST", "/lease", "{\"leaseSeconds\":15}");
        fixture.clock.advance(Duration.ofSeconds(14));
        assertThat(fixture.colour()).isEqualTo("green");

        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(fixture.colour()).isEqualTo("blue");
        JsonNode late = EdgeFixture.json(fixture.admin("POST", "/lease", "{\"leaseSeconds\":15}"));
        assertThat(late.at("/green").asDouble()).isZero();
        assertThat(fixture.colour()).isEqualTo("blue");
    }

    @Test
    void holdsGreenWhenToldTo() throws Exception {
        fixture.admin(
                "PUT", "/weight", "{\"green\":100,\"leaseSeconds\":1,\"onLeaseEnd\":\"hold\"}");
        fixture.clock.advance(Duration.ofDays(1));

        assertThat(fixture.colour()).isEqualTo("green");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"green\":-1}",
                "{\"green\":100.01}",
                "{\"green\":1.001}",
                "{\"green\":\"10\"}",
                "{\"green\":10,\"leaseSeconds\":0}",
                "{\"green\":10,\"colour\":1}",
                "{\"green\":10,\"green\":20}",
                "{\"green\":10} {}",
                "{\"green\":NaN}",
                "{}",
                "[]",
                "",
                "10"
            })
    void refusesWhatIsNoWeight(String body) throws Exception {
        fixture.setGreen("3");
        HttpResponse<String> answer = fixture.admin("PUT", "/weight", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(EdgeFixture.json(fixture.admin("GET", "/weight", "")).at("/green").asInt())
                .isEqualTo(3);
    }

    @Test
    void refusesAWrongToken() throws Exception {
        for (String authorization : Set.of("Bearer wrong", "Basic x", EdgeFixture.TOKEN)) {
            HttpResponse<String> answer =
                    fixture.admin("PUT", "/weight", "{\"green\":50}", authorization);
            assertThat(answer.statusCode()).isEqualTo(401);
        }
        assertThat(fixture.colour()).isEqualTo("blue");
    }

    @Test
    void keepsClientsOnGreenAsItsShareGrows() throws Exception {
        try (EdgeFixture sticky = new EdgeFixture("--sticky", "client")) {
            sticky.setGreen("5");
            Set<String> early = onGreen(sticky);
            sticky.setGreen("30");

            assertThat(early).isNotEmpty();
            assertThat(onGreen(sticky)).containsAll(early).hasSizeGreaterThan(early.size());
        }
    }

    private static Set<String> onGreen(EdgeFixture edge) throws Exception {
        Set<String> green = new HashSet<>();
        for (int client = 0; client < 150; client++) {
            if (edge.colour("apikey", "key-" + client).equals("green")) {
                green.add("key-" + client);
            }
        }
        return green;
    }
}
