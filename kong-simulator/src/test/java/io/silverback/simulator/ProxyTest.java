package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.simulator.Client.Reply;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private final Simulator simulator = Simulator.start(SimulatorOptions.cassandra("blue"));
    private final Client admin = new Client(simulator.adminUrl());
    private final Client proxy = new Client(simulator.proxyUrl());

    @BeforeEach
    void oneRoute() throws IOException {
        admin.send(
                "POST",
                "/services",
                "{\"name\":\"orders\",\"host\":\"orders.test\",\"path\":\"/base\"}");
        admin.send("POST", "/services/orders/routes", "{\"name\":\"r\",\"paths\":[\"/orders\"]}");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void echoesWhatReachesTheUpstream() throws IOException {
        Reply reply = proxy.get("/orders/7?q=1");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .containsEntry("uri", "/base/7?q=1")
                .containsEntry("host", "orders.test")
                .containsEntry("service", "orders")
                .containsEntry("route", "r");
    }

    @Test
    void knowsNoOtherRoute() throws IOException {
        Reply reply = proxy.get("/nothing");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).containsEntry("message", "no Route matched with those values");
    }

    @Test
    void letsOnlyKnownKeysPass() throws IOException {
        admin.send("POST", "/services/orders/plugins", "{\"name\":\"key-auth\"}");
        admin.send("POST", "/consumers", "{\"username\":\"ann\"}");
        admin.send("POST", "/consumers/ann/key-auth", "{\"key\":\"k\"}");

        assertThat(proxy.get("/orders").body())
                .containsEntry("message", "No API key found in request");
        assertThat(proxy.get("/orders", "apikey", "wrong").status()).isEqualTo(401);
        assertThat(proxy.get("/orders", "apikey", "k").body().document("headers"))
                .containsEntry("x-consumer-username", "ann");
        assertThat(proxy.get("/orders?apikey=k").status()).isEqualTo(200);
    }

    @Test
    void acceptsThePasswordAndNotItsHash() throws IOException {
        admin.send("POST", "/routes/r/plugins", "{\"name\":\"basic-auth\"}");
        admin.send("POST", "/consumers", "{\"username\":\"ann\"}");
        Reply stored =
                admin.send(
                        "POST",
                        "/consumers/ann/basic-auth",
                        "{\"username\":\"ann\",\"password\":\"p\"}");

        assertThat(login("ann", "p")).isEqualTo(200);
        assertThat(login("ann", String.valueOf(stored.body().get("password")))).isEqualTo(401);
    }

    private int login(String name, String password) throws IOException {
        String token = Base64.getEncoder().encodeToString((name + ":" + password).getBytes());
        return proxy.get("/orders", "Authorization", "Basic " + token).status();
    }

    @Test
    void keepsConsumersOutByTheirGroups() throws IOException {
        letsOnlyKnownKeysPass();
        admin.send(
                "POST",
                "/routes/r/plugins",
                "{\"name\":\"acl\",\"config\":{\"allow\":[\"staff\"]}}");
        assertThat(proxy.get("/orders", "apikey", "k").status()).isEqualTo(403);

        admin.send("POST", "/consumers/ann/acls", "{\"group\":\"staff\"}");
        assertThat(proxy.get("/orders", "apikey", "k").status()).isEqualTo(200);
    }

    @Test
    void takesTheMostSpecificPluginAndNoDisabledOne() throws IOException {
        admin.send(
                "POST",
                "/plugins",
                "{\"name\":\"request-termination\",\"config\":{\"status_code\":410}}");
        Reply specific =
                admin.send(
                        "POST",
                        "/routes/r/plugins",
                        "{\"name\":\"request-termination\",\"config\":{\"status_code\":451,\"message\":\"no\"}}");
        assertThat(proxy.get("/orders").status()).isEqualTo(451);

        admin.send("PATCH", "/plugins/" + specific.id(), "{\"enabled\":false}");
        assertThat(proxy.get("/orders").status()).isEqualTo(410);
    }

    @Test
    void servesNoDisabledService() throws IOException {
        admin.send("PATCH", "/services/orders", "{\"enabled\":false}");
        assertThat(proxy.get("/orders").status()).isEqualTo(404);
    }

    @Test
    void prefersExpressionsThenMoreConditionsThenLongerPaths() throws IOException {
        admin.send(
                "POST",
                "/services/orders/routes",
                "{\"name\":\"longer\",\"paths\":[\"/orders/eu\"]}");
        admin.send(
                "POST",
                "/services/orders/routes",
                "{\"name\":\"regex\",\"paths\":[\"~/orders/eu/\\\\d+$\"]}");
        admin.send(
                "POST",
                "/services/orders/routes",
                "{\"name\":\"header\",\"paths\":[\"/orders\"],\"headers\":{\"x-v\":[\"2\"]}}");

        assertThat(proxy.get("/orders/x").body()).containsEntry("route", "r");
        assertThat(proxy.get("/orders/eu/x").body()).containsEntry("route", "longer");
        assertThat(proxy.get("/orders/eu/7").body()).containsEntry("route", "regex");
        assertThat(proxy.get("/orders/eu/x", "x-v", "2").body()).containsEntry("route", "header");
        assertThat(proxy.get("/orders/eu/7", "x-v", "2").body()).containsEntry("route", "regex");
    }

    @Test
    void failsAsItIsTold() throws IOException {
        admin.send(
                "PUT", "/__simulator/faults", "{\"proxy\":{\"errorRate\":1,\"errorStatus\":502}}");
        assertThat(proxy.get("/orders").status()).isEqualTo(502);
        assertThat(admin.get("/services").status()).isEqualTo(200);

        admin.send("PUT", "/__simulator/faults", "{\"proxy\":{\"resetRate\":1}}");
        assertThatThrownBy(() -> proxy.get("/orders")).isInstanceOf(IOException.class);

        admin.send("DELETE", "/__simulator/faults", "");
        assertThat(proxy.get("/orders").status()).isEqualTo(200);
    }
}
