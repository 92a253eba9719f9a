package io.silverback.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A console or traffic service with scripted answers; the last one of a request is repeated. */
final class FakePeer implements AutoCloseable {

    /** What was asked. */
    record Request(String line, String actor, String contentType, String token, String body) {}

    /** {@code length} may announce more than the body has. */
    record Answer(int status, String contentType, String body, int length) {}

    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    FakePeer() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FakePeer answers(String line, String json) {
        return answers(line, 200, "application/json", json);
    }

    FakePeer refuses(String line, int status, String problem) {
        return answers(line, status, "application/problem+json", problem);
    }

    FakePeer answers(String line, int status, String contentType, String body) {
        return answers(line, new Answer(status, contentType, body, body.length()));
    }

    FakePeer answers(String line, Answer answer) {
        answers.computeIfAbsent(line, any -> new ArrayDeque<>()).add(answer);
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(
                new Request(
                        line,
                        header(exchange, "X-Silverback-Actor"),
                        header(exchange, "Content-Type"),
                        header(exchange, "Authorization"),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Answer answer = next(line);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), Math.max(answer.length(), body.length));
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Answer next(String line) {
        Deque<Answer> left = answers.getOrDefault(line, new ArrayDeque<>());
        if (left.isEmpty()) {
            return new Answer(501, "text/html", "<h1>unexpected: " + line + "</h1>", 0);
        }
        return left.size() == 1 ? left.getFirst() : left.removeFirst();
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
