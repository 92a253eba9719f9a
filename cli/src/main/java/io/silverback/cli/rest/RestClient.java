package io.silverback.cli.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Asks one peer for JSON; whatever else comes back is a {@link CliException}. */
public final class RestClient {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String peer;
    private final Address address;
    private final Credentials credentials;

    /**
     * A client of one peer.
     *
     * @param peer what it is called in sentences, such as {@code console}
     * @param base its address; may end with a path
     */
    public RestClient(String peer, String base, Credentials credentials) {
        this.peer = peer;
        this.address = Address.of(base);
        this.credentials = credentials;
    }

    /** The JSON at a path below the base; parameters with empty values are left out. */
    public JsonNode get(String path, Map<String, String> query) {
        return json(send(request(path, query).timeout(ANSWER).GET()));
    }

    /** Posts JSON. */
    public JsonNode post(String path, Object body) {
        return json(
                send(
                        request(path, Map.of())
                                .timeout(ANSWER)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(Json.line(body)))));
    }

    /** Posts JSON and waits for the answer as long as it takes. */
    public JsonNode postAndWait(String path, Object body) {
        return json(
                send(
                        request(path, Map.of())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(Json.line(body)))));
    }

    /** Posts a YAML document as it is. */
    public JsonNode postYaml(String path, Map<String, String> query, byte[] yaml) {
        return json(
                send(
                        request(path, query)
                                .timeout(ANSWER)
                                .header("Content-Type", "application/yaml")
                                .POST(BodyPublishers.ofByteArray(yaml))));
    }

    /** Opens a body of any length. */
    public InputStream open(String path, Map<String, String> query, Map<String, String> headers) {
        HttpRequest.Builder request = request(path, query);
        headers.forEach(request::header);
        return send(request.GET()).body();
    }

    /** A name as one segment of a path. */
    public static String encode(String segment) {
        return Address.encode(segment);
    }

    /** What a broken connection to this peer is reported as. */
    public UnreachableException broken(IOException cause) {
        return new UnreachableException(peer, address.base(), reason(cause));
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path, query));
        credentials.headers().forEach(request::header);
        return request;
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> answer =
                    http.send(request.build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() / 100 == 2) {
                return answer;
            }
            throw new RefusedException(Problem.of(peer, answer.statusCode(), text(answer.body())));
        } catch (IOException e) {
            throw broken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException(peer, address.base(), "interrupted");
        }
    }

    private JsonNode json(HttpResponse<InputStream> answer) {
        try {
            return Json.MAPPER.readTree(text(answer.body()));
        } catch (JsonProcessingException e) {
            throw new UnusableException(
                    "The answer of the " + peer + " at " + address.base(), "is no JSON");
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static String text(InputStream body) throws IOException {
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String reason(IOException cause) {
        if (cause instanceof HttpTimeoutException) {
            return "no answer in time";
        }
        if (cause instanceof ConnectException) {
            return "nothing listens there";
        }
        return "the connection broke";
    }

    /** The address that was asked, for sentences. */
    public URI base() {
        return address.base();
    }
}
