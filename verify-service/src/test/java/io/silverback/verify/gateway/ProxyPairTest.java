package io.silverback.verify.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.silverback.contracts.GatePolicy;
import io.silverback.contracts.MigrationRequested;
import io.silverback.contracts.Mode;
import io.silverback.contracts.RowsPolicy;
import io.silverback.contracts.SyncPolicy;
import io.silverback.contracts.TransportChoice;
import io.silverback.contracts.VerifyPolicy;
import io.silverback.registry.Registry;
import io.silverback.verify.comparison.ProbeResult;
import io.silverback.verify.probing.Probe;
import io.silverback.verify.probing.ProbePlan;
import io.silverback.verify.verification.Order;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyPairTest {

    private final Vertx vertx = Vertx.vertx();
    private HttpServer blue;
    private HttpServer green;
    private ProxyPair pair;

    /** Both answer with the host that they heard. */
    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        blue = echo();
        green = echo();
        Path registry = directory.resolve("registry.yaml");
        Files.writeString(
                registry,
                "gateways:\n"
                        + gateway("blue", "cassandra", blue)
                        + gateway("green", "postgres", green));
        pair = new ProxyPair(Registry.load(registry), vertx);
    }

    @AfterEach
    void stop() {
        blue.stop(0);
        green.stop(0);
        vertx.closeAndAwait();
    }

    @Test
    void bothHearTheSameHostWhereAProbeHasNone() {
        assertThat(ask(Map.of()).differences()).isEmpty();
    }

    @Test
    void bothHearTheHostOfTheProbeWithoutAPort() {
        assertThat(ask(Map.of("Host", "shop.test")).differences()).isEmpty();
    }

    @Test
    void whatDiffersBetweenTwoAnswersOfBlueIsNoise() {
        blue.createContext("/h", ProxyPairTest::counted);
        green.createContext("/h", ProxyPairTest::counted);
        assertThat(ask(Map.of()).differences()).isEmpty();
    }

    @Test
    void whatBlueSaysInTurnIsNoiseAlsoWhereTwoAnswersAgree() {
        AtomicInteger number = new AtomicInteger();
        blue.createContext(
                "/h", exchange -> answer(exchange, target(number.getAndIncrement() % 5 / 4)));
        green.createContext("/h", exchange -> answer(exchange, target(1)));
        assertThat(ask(Map.of()).differences()).isEmpty();
    }

    private static String target(int number) {
        return "{\"host\":\"target-%d\"}".formatted(number);
    }

    @Test
    void whatBlueAlwaysSaysAndGreenDoesNotIsADifference() {
        blue.createContext("/h", exchange -> answer(exchange, "{\"a\":1}"));
        green.createContext("/h", exchange -> answer(exchange, "{\"a\":2}"));
        assertThat(ask(Map.of()).differences()).containsExactly("body.a differs");
    }

    private ProbeResult ask(Map<String, String> headers) {
        Probe probe = new Probe("a route", Probe.Kind.ROUTE, "GET", "/h", headers, null);
        ProbePlan plan = new ProbePlan(List.of(probe), List.of(), 1, 0);
        return pair.ask(new Order(request(), 1, Set.of("payments")), plan)
                .await()
                .atMost(Duration.ofSeconds(30))
                .get(0);
    }

    private static MigrationRequested request() {
        return new MigrationRequested(
                "m1",
                "payments",
                "workspaces[0]",
                "p1",
                "wave",
                "hash",
                null,
                Mode.MIGRATE,
                "blue",
                "green",
                TransportChoice.ADMIN_API,
                List.of("m0", "m1"),
                "m0",
                null,
                SyncPolicy.DEFAULT,
                RowsPolicy.DEFAULT,
                VerifyPolicy.DEFAULT,
                GatePolicy.BY_CRITERIA);
    }

    private static HttpServer echo() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.createContext(
                "/", exchange -> answer(exchange, exchange.getRequestHeaders().getFirst("Host")));
        server.start();
        return server;
    }

    private static void counted(HttpExchange exchange) throws IOException {
        answer(exchange, "{\"number\":\"%s\"}".formatted(UUID.randomUUID()));
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String gateway(String name, String database, HttpServer server) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return "  %s: {database: %s, adminUrls: ['%s'], proxyUrls: ['%s']}\n"
                .formatted(name, database, url, url);
    }
}
