package io.silverback.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverback.kong.admin.AdminApi;
import io.silverback.messaging.PermanentFailure;
import io.silverback.registry.Gateway;
import io.silverback.registry.Registry;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the registry says of a gateway is what its Admin API is asked with. */
class AdminApisTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @TempDir Path folder;

    private Registry registry;
    private AdminApis apis;

    @BeforeEach
    void start() throws IOException {
        HttpServer server = vertx.createHttpServer().requestHandler(r -> answer(r.getDelegate()));
        int port = server.listenAndAwait(0, "127.0.0.1").actualPort();
        Files.writeString(folder.resolve("token"), "let-me-in");
        Path file =
                Files.writeString(
                        folder.resolve("registry.yaml"),
                        """
                        gateways:
                          blue:
                            database: cassandra
                            adminUrls: ["http://127.0.0.1:%1$d/kong"]
                            token: {file: token}
                            nodes:
                              - {name: by-admin, adminUrl: "http://127.0.0.1:%1$d/one"}
                              - {name: by-status, statusUrl: "http://127.0.0.1:%1$d/two"}
                            proxyUrls: ["http://127.0.0.1:%1$d"]
                        """
                                .formatted(port));
        registry = Registry.load(file);
        apis = new AdminApis(registry, vertx);
    }

    @AfterEach
    void stop() {
        vertx.closeAndAwait();
    }

    private void answer(HttpServerRequest request) {
        asked.add(request.path() + " " + request.getHeader("Kong-Admin-Token"));
        request.response().putHeader("Content-Type", "application/json").end("{}");
    }

    @Test
    void asksWithTheRegisteredPathAndToken() {
        get(apis.of("blue"));
        assertThat(asked).containsExactly("/kong/status let-me-in");
        assertThat(apis.of("blue")).isSameAs(apis.of("blue"));
    }

    @Test
    void asksANodeByItsOwnAddressAndSendsNoTokenToAStatusApi() {
        Gateway blue = apis.registered("blue");
        blue.nodes().forEach(node -> get(apis.node(blue, node).orElseThrow()));
        assertThat(asked).containsExactly("/one/status let-me-in", "/two/status null");
    }

    @Test
    void saysWhichGatewayTheRegistryLacks() {
        assertThatThrownBy(() -> apis.of("green"))
                .isInstanceOf(PermanentFailure.class)
                .hasMessage("The registry has no gateway green.");
    }

    private static void get(AdminApi api) {
        api.find("/status").await().atMost(SOON);
    }
}
