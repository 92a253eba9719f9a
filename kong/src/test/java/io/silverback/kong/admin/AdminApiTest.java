package io.silverback.kong.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.Samples;
import io.silverback.kong.admin.AdminApiException.Fault;
import io.silverback.kong.admin.AdminOptions.Retries;
import io.silverback.kong.catalogue.Edition;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminApiTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String TOKEN = "the-token";

    private FakeAdminApi server;
    private AdminApi api;

    @BeforeEach
    void start() {
        server = new FakeAdminApi(VERTX.getDelegate(), 0);
        api = open(server.url());
    }

    @AfterEach
    void stop() {
        api.close();
        server.close();
    }

    @AfterAll
    static void close() {
        VERTX.closeAndAwait();
    }

    @Test
    void saysThatHtmlIsNoJson() {
        server.answers(200, "<html><title>Sign in</title></html>");
        assertFault(read(), Fault.NOT_JSON, "it answered HTML instead of JSON");
    }

    @Test
    void saysThatAPageEndsInTheMiddle() {
        server.answers(200, "{\"data\":[{\"id\":\"1\",\"na");
        assertFault(read(), Fault.HALF_PAGE, "half a page");
    }

    @Test
    void saysThatTheConnectionBrokeInTheMiddle() {
        server.answers(
                request -> {
                    request.response().putHeader("Content-Length", "1000").write("{\"data\":[");
                    request.connection().close();
                });
        assertFault(read(), Fault.UNREACHABLE, "broke in the middle");
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHORIZED, the Kong-Admin-Token is missing or wrong",
        "403, FORBIDDEN, the token lacks the right to GET /payments/services",
        "404, NOT_FOUND, there is no /payments/services"
    })
    void neverTakesARefusalForEmpty(int status, Fault fault, String words) {
        server.answers(status, "{\"message\":\"no\"}");
        assertFault(read(), fault, words);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void followsOffsetsWithItsOwnSize() {
        server.answers(
                request ->
                        request.response()
                                .end(
                                        request.uri().contains("offset=a%3D%3D")
                                                ? "{\"data\":[{\"id\":\"2\"}],\"next\":null}"
                                                : "{\"data\":[{\"id\":\"1\"}],\"next\":\"/services?offset=a%3D%3D\"}"));

        assertThat(read().await().atMost(LIMIT))
                .extracting(row -> row.path("id").asText())
                .containsExactly("1", "2");
        assertThat(server.requests())
                .containsExactly(
                        "GET /payments/services?size=1000",
                        "GET /payments/services?size=1000&offset=a%3D%3D");
    }

    @Test
    void seesThatAPageRepeats() {
        AtomicInteger page = new AtomicInteger();
        server.answers(
                request ->
                        request.response()
                                .end(
                                        "{\"data\":[{\"id\":\"1\"}],\"offset\":\""
                                                + page.incrementAndGet()
                                                + "\"}"));
        assertFault(read(), Fault.REPEATED_PAGE, "came again");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void triesAgainAfterTooManyRequests() {
        AtomicInteger calls = new AtomicInteger();
        server.answers(
                request ->
                        request.response()
                                .setStatusCode(calls.incrementAndGet() < 3 ? 429 : 200)
                                .end("{\"data\":[]}"));
        assertThat(read().await().atMost(LIMIT)).isEmpty();
        assertThat(calls).hasValue(3);
    }

    @Test
    void triesAgainAfterARefusedConnection() throws IOException {
        int port = freePort();
        AdminApi patient =
                AdminApi.open(
                        VERTX,
                        options(URI.create("http://127.0.0.1:" + port))
                                .withRetries(
                                        new Retries(
                                                50, Duration.ofMillis(20), Duration.ofMillis(50))));
        var answer =
                patient.in("payments")
                        .list("/services")
                        .collect()
                        .asList()
                        .subscribeAsCompletionStage();
        try (FakeAdminApi late = new FakeAdminApi(VERTX.getDelegate(), port)) {
            late.answers(200, "{\"data\":[{\"id\":\"1\"}]}");
            assertThat(answer.toCompletableFuture()).succeedsWithin(LIMIT).asList().hasSize(1);
        } finally {
            patient.close();
        }
    }

    @Test
    void goesToTheNextAddressWhenOneFails() throws IOException {
        URI dead = URI.create("http://127.0.0.1:" + freePort());
        server.answers(200, "{\"data\":[]}");
        try (AdminApi two = open(dead, server.url())) {
            assertThat(two.list("/services").collect().asList().await().atMost(LIMIT)).isEmpty();
        }
    }

    @Test
    void namesGatewayAddressAndCauseWhenNothingAnswers() throws IOException {
        URI dead = URI.create("http://127.0.0.1:" + freePort());
        try (AdminApi nobody = open(dead)) {
            assertFault(
                    nobody.root(),
                    Fault.UNREACHABLE,
                    "Gateway blue at " + dead + "/: connection refused.");
        }
    }

    @Test
    void givesUpAfterItsTimeLimit() {
        server.answers(request -> {});
        AdminOptions hasty =
                options(server.url())
                        .withTimeouts(Duration.ofSeconds(1), Duration.ofMillis(100))
                        .withRetries(new Retries(0, Duration.ofMillis(1), Duration.ofMillis(1)));
        try (AdminApi impatient = AdminApi.open(VERTX, hasty)) {
            assertFault(impatient.root(), Fault.TIMED_OUT, "no answer within");
        }
    }

    @Test
    void neverSendsACreationTwiceThatMayHaveBeenCarriedOut() {
        server.answers(500, "{\"message\":\"An unexpected error occurred\"}");
        assertFault(
                api.post("/upstreams/u/targets", Samples.json("{}")),
                Fault.OVERLOADED,
                "500, An unexpected error occurred");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void repeatsReplacementsAndGivesKongsReasonInTheEnd() {
        server.answers(500, "{\"message\":\"An unexpected error occurred\"}");
        assertFault(api.put("/services/1", Samples.json("{}")), Fault.OVERLOADED, "500");
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void repeatsKongsReasonWithoutTheSecretInIt() {
        server.answers(
                409,
                "{\"code\":5,\"message\":\"UNIQUE violation detected on '{key=\\\"sesame\\\"}'\"}");
        assertFault(
                api.put("/key-auths/1", Samples.json("{key:'sesame'}")),
                Fault.REFUSED,
                "409, UNIQUE violation detected on '{key=\"***\"}'");
    }

    @Test
    void escapesWorkspacesAndKeepsThePrefixOfTheAddress() {
        server.answers(request -> request.response().end("{\"data\":[]}"));
        try (AdminApi prefixed = open(URI.create(server.url() + "/kong/admin/"))) {
            prefixed.in("a b/ü").list("/services").collect().asList().await().atMost(LIMIT);
        }
        assertThat(server.requests())
                .containsExactly("GET /kong/admin/a%20b%2F%C3%BC/services?size=1000");
    }

    @Test
    void sendsTheTokenAndNeverShowsIt() {
        server.answers(request -> echoToken(request));
        ObjectNode answer = api.find("/x").await().atMost(LIMIT).orElseThrow();
        assertThat(answer.path("token").asText()).isEqualTo(TOKEN);
        assertThat(options(server.url()).toString()).doesNotContain(TOKEN);
    }

    @Test
    void knowsWhatItTalksTo() {
        server.answers(
                200,
                "{\"version\":\"3.4.1.0-enterprise-edition\",\"configuration\":{\"database\":\"cassandra\"}}");
        RootInfo root = api.root().await().atMost(LIMIT);
        assertThat(root.edition()).isEqualTo(Edition.ENTERPRISE);
        assertThat(root.version()).hasToString("3.4.1");
        assertThat(root.onCassandra()).isTrue();
    }

    @Test
    void provesTheConfigurationOnEachNodeAndCleansUp() {
        AtomicInteger polls = new AtomicInteger();
        server.answers(
                request ->
                        request.response()
                                .setStatusCode(status(request, polls))
                                .end(request.method().name().equals("DELETE") ? "" : "{}"));
        var proof = new ConfigurationProof(api, List.of(api), Duration.ofSeconds(10));

        assertThat(proof.missing("n1").await().atMost(LIMIT)).isEmpty();

        assertThat(polls).hasValueGreaterThanOrEqualTo(2);
        assertThat(server.requests().get(0)).isEqualTo("PUT /upstreams/silverback-marker-n1");
        assertThat(server.requests()).last().isEqualTo("DELETE /upstreams/silverback-marker-n1");
    }

    @Test
    void namesTheNodesThatStayBehind() {
        server.answers(
                request ->
                        request.response()
                                .setStatusCode(request.uri().endsWith("/health") ? 404 : 200)
                                .end("{}"));
        var proof = new ConfigurationProof(api, List.of(api), Duration.ofMillis(300));
        assertThat(proof.missing("n2").await().atMost(LIMIT)).containsExactly("blue");
        assertThat(server.requests()).last().isEqualTo("DELETE /upstreams/silverback-marker-n2");
    }

    private static int status(HttpServerRequest request, AtomicInteger polls) {
        return request.uri().endsWith("/health") && polls.incrementAndGet() < 2 ? 404 : 200;
    }

    private static void echoToken(HttpServerRequest request) {
        request.response().end("{\"token\":\"" + request.getHeader("Kong-Admin-Token") + "\"}");
    }

    private Uni<List<ObjectNode>> read() {
        return api.in("payments").list("/services").collect().asList();
    }

    private static void assertFault(Uni<?> call, Fault fault, String words) {
        AdminApiException failure =
                catchThrowableOfType(AdminApiException.class, () -> call.await().atMost(LIMIT));
        assertThat(failure.fault()).isEqualTo(fault);
        assertThat(failure)
                .hasMessageStartingWith("Gateway blue at http://127.0.0.1:")
                .hasMessageContaining(words)
                .hasMessageNotContaining(TOKEN)
                .hasMessageNotContaining("sesame");
        assertThat(failure).message().doesNotContain("\n");
    }

    private static AdminApi open(URI... urls) {
        return AdminApi.open(VERTX, options(urls));
    }

    private static AdminOptions options(URI... urls) {
        return AdminOptions.of("blue", List.of(urls))
                .withToken(TOKEN)
                .withRetries(new Retries(3, Duration.ofMillis(5), Duration.ofMillis(20)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
