package io.silverback.traffic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An edge's admin API without a proxy behind it, and a registry that names it. */
public final class FakeEdge implements QuarkusTestResourceLifecycleManager {

    private static final Pattern GREEN = Pattern.compile("\"green\":([0-9.]+)");
    private static final Pattern LEASE = Pattern.compile("\"leaseSeconds\":([0-9]+)");

    /** One accepted change of the weight. */
    public record Change(BigDecimal weight, boolean leased, Instant at) {}

    public static final List<Change> CHANGES = new CopyOnWriteArrayList<>();
    private static volatile BigDecimal weight = BigDecimal.ZERO;
    private static volatile boolean refusing;
    private static volatile long blue;

    private HttpServer server;

    public static void reset() {
        weight = BigDecimal.ZERO;
        refusing = false;
        CHANGES.clear();
    }

    public static BigDecimal weight() {
        return weight;
    }

    /** Somebody else's hand on the edge. */
    public static void setByHand(int percent) {
        weight = BigDecimal.valueOf(percent);
    }

    public static void refuse(boolean refuse) {
        refusing = refuse;
    }

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", FakeEdge::answer);
            server.start();
            return Map.of("silverback.registry", registry().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private Path registry() throws IOException {
        Path directory = Files.createTempDirectory("silverback-registry");
        Files.writeString(directory.resolve("token"), "secret\n");
        String yaml =
                """
                gateways:
                  blue: {database: cassandra, adminUrls: ["http://127.0.0.1:1"], proxyUrls: ["http://127.0.0.1:2"]}
                  green: {database: postgres, adminUrls: ["http://127.0.0.1:3"], proxyUrls: ["http://127.0.0.1:4"]}
                routers:
                  edge: {type: edge, url: "http://127.0.0.1:%d", token: {file: token}, blue: blue, green: green}
                """
                        .formatted(server.getAddress().getPort());
        return Files.writeString(directory.resolve("registry.yaml"), yaml);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean allowed =
                "Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!allowed || refusing) {
            reply(exchange, allowed ? 503 : 401, "{}");
            return;
        }
        if (exchange.getRequestMethod().equals("PUT")) {
            change(body);
        }
        reply(
                exchange,
                200,
                exchange.getRequestURI().getPath().equals("/observed") ? observed() : shown());
    }

    private static void change(String body) {
        Matcher green = GREEN.matcher(body);
        if (green.find()) {
            weight = new BigDecimal(green.group(1));
            CHANGES.add(new Change(weight, LEASE.matcher(body).find(), Instant.now()));
        }
    }

    private static String shown() {
        return "{\"router\":\"edge\",\"green\":" + weight.toPlainString() + "}";
    }

    private static String observed() {
        blue += 10;
        return "{\"at\":\"%s\",\"openStreams\":{\"blue\":1,\"green\":0},\"requests\":{\"blue\":%d,\"green\":5}}"
                .formatted(Instant.now(), blue);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
