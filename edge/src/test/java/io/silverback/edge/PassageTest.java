package io.silverback.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PassageTest {

    private EdgeFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new EdgeFixture("--response-timeout", "2s");
        fixture.setGreen("100");
    }

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void streamsBodiesBothWays(HttpClient.Version version) throws Exception {
        byte[] body = new byte[3_000_000];
        Arrays.fill(body, (byte) 7);
        HttpRequest request =
                HttpRequest.newBuilder(fixture.proxy("/echo"))
                        .version(version)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();

        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());

        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("X-Silverback-Colour")).contains("green");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void streamsBodiesOfUnknownLength(HttpClient.Version version) throws Exception {
        byte[] body = "so much".getBytes(StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(fixture.proxy("/echo"))
                        .version(version)
                        .POST(
                                BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(body)))
                        .build();

        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void passesAnAnswerWithoutBody() throws Exception {
        HttpResponse<String> answer = fixture.get("/empty");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("transfer-encoding")).isEmpty();
        assertThat(fixture.colour()).isEqualTo("green");
    }

    @Test
    void keepsTheHostAndSaysWhereTheRequestCameFrom() throws Exception {
        String headers = fixture.get("/headers", "X-Forwarded-For", "10.1.1.1").body();

        assertThat(headers)
                .containsIgnoringCase("host=127.0.0.1:" + fixture.edge.proxyPort())
                .containsIgnoringCase("x-forwarded-for=10.1.1.1, 127.0.0.1")
                .containsIgnoringCase("x-forwarded-proto=http");
    }

    @Test
    void answersForAGreenThatIsGoneAndCountsItAsGreens() throws Exception {
        fixture.green.close();

        HttpResponse<String> answer = fixture.get("/");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(answer.headers().firstValue("X-Silverback-Colour")).contains("green");
        assertThat(EdgeFixture.json(answer).at("/type").asText())
                .isEqualTo("urn:silverback:problem:upstream-failed");
        assertThat(fixture.observed().at("/errors/green").asInt()).isEqualTo(1);
        assertThat(fixture.observed().at("/errors/blue").asInt()).isZero();
    }

    @Test
    void answersForAnUpstreamThatHangsUp() throws Exception {
        assertThat(fixture.get("/reset").statusCode()).isEqualTo(502);
        assertThat(fixture.observed().at("/errors/green").asInt()).isEqualTo(1);
    }

    @Test
    void answersForAnUpstreamThatStaysSilent() throws Exception {
        HttpResponse<String> answer = fixture.get("/silent");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(fixture.observed().at("/errors/green").asInt()).isEqualTo(1);
    }

    @Test
    void countsAServersErrorOnce() throws Exception {
        assertThat(fixture.get("/fails").statusCode()).isEqualTo(503);
        assertThat(fixture.observed().at("/errors/green").asInt()).isEqualTo(1);
        assertThat(fixture.observed().at("/requests/green").asInt()).isEqualTo(1);
    }

    @Test
    void breaksOffWhereTheUpstreamDoesAndCountsIt() throws Exception {
        assertThatThrownBy(() -> fixture.get("/broken")).isInstanceOf(IOException.class);

        await().untilAsserted(
                        () -> {
                            assertThat(fixture.observed().at("/errors/green").asInt()).isOne();
                            assertThat(fixture.observed().at("/openStreams/green").asInt())
                                    .isZero();
                        });
    }

    @Test
    void forgetsAStreamWhoseClientLeaves() throws Exception {
        try (Socket client = new Socket("127.0.0.1", fixture.edge.proxyPort())) {
            client.getOutputStream()
                    .write("GET /sse HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            InputStream answer = client.getInputStream();
            assertThat(answer.read()).isEqualTo('H');
            assertThat(fixture.observed().at("/openStreams/green").asInt()).isOne();
        }

        await().until(() -> fixture.observed().at("/openStreams/green").asInt() == 0);
        assertThat(fixture.observed().at("/errors/green").asInt()).isZero();
    }

    @Test
    void blamesNobodyForAClientThatLeavesBeforeTheAnswer() throws Exception {
        try (Socket client = new Socket("127.0.0.1", fixture.edge.proxyPort())) {
            client.getOutputStream()
                    .write(
                            "GET /silent HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8));
            await().until(() -> fixture.observed().at("/openStreams/green").asInt() == 1);
        }

        await().until(() -> fixture.observed().at("/openStreams/green").asInt() == 0);
        assertThat(fixture.observed().at("/requests/green").asInt()).isOne();
        assertThat(fixture.observed().at("/errors/green").asInt()).isZero();
    }

    @Test
    void letsWebSocketsThroughAndCountsThemAsOpen() throws Exception {
        Vertx vertx = Vertx.vertx();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        WebSocket socket =
                vertx.createWebSocketClient()
                        .connect(fixture.edge.proxyPort(), "127.0.0.1", "/chat")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS);
        socket.textMessageHandler(heard::add);
        socket.writeTextMessage("hello");

        assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("green:hello");
        assertThat(fixture.observed().at("/openStreams/green").asInt()).isOne();
        socket.close();
        await().until(() -> fixture.observed().at("/openStreams/green").asInt() == 0);
        vertx.close();
    }

    @Test
    void refusesAWebSocketWhoseUpstreamIsGone() throws Exception {
        fixture.green.close();
        try (Socket client = new Socket("127.0.0.1", fixture.edge.proxyPort())) {
            client.getOutputStream()
                    .write(
                            ("GET /chat HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                                            + "Upgrade: websocket\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            byte[] head = client.getInputStream().readNBytes(12);
            assertThat(new String(head, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 502");
        }
    }
}
