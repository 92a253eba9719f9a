package io.silverback.simulator.proxied;

import io.silverback.simulator.Simulator;
import io.silverback.simulator.SimulatorOptions;
import io.silverback.simulator.load.GeneratedPairs;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import io.silverback.simulator.store.Manners;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A simulator that holds the recorded estate, whose services are all answered by one backend. */
final class Estate implements AutoCloseable {
    private static final String RECORDED_BACKEND = "29090";
    private static final Instant CREATED = Instant.parse("2026-11-22T12:16:55Z");

    /** A time at which the short-lived keys are gone and the others are not. */
    private static final Instant ASKED = Instant.parse("2026-11-22T13:40:00Z");

    private static final String VAULT_CERTIFICATE =
            "d2f89824c37cdacd0edb7a70c5bded0c9523d65bdbce162414f6c2bca89b77db";
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final MovedClock clock = new MovedClock(CREATED);
    private final Backend backend = new Backend();
    private final Map<String, String> certificates = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Simulator simulator;

    Estate(Manners database, Path recording) throws IOException {
        List<Document> writes = writes(recording);
        environment.put("TEAM_SESSION_SECRET", "session-secret");
        environment.put("PAY_API_TOKEN", "token");
        this.simulator =
                Simulator.start(
                        SimulatorOptions.cassandra("kong")
                                .withDatabase(database)
                                .withEnterprise(false)
                                .withTlsPort(0)
                                .withForwarding(true)
                                .withEnvironment(environment),
                        clock);
        for (Document write : writes) {
            send(write);
        }
        clock.set(ASKED);
    }

    Simulator simulator() {
        return simulator;
    }

    Backend backend() {
        return backend;
    }

    MovedClock clock() {
        return clock;
    }

    /** The fingerprint of what stands for a recorded certificate here. */
    String fingerprint(String recorded) {
        return certificates.getOrDefault(recorded, recorded);
    }

    private List<Document> writes(Path recording) throws IOException {
        GeneratedPairs pairs = new GeneratedPairs();
        List<Document> writes = new ArrayList<>();
        for (Document record : Recorded.lines(recording)) {
            Document request = record.document("request");
            if (WRITES.contains(String.valueOf(request.get("method")))) {
                writes.add(request.with("body", filled(pairs, request)));
            }
        }
        return writes;
    }

    private Object filled(GeneratedPairs pairs, Document request) {
        String text =
                String.valueOf(request.get("body")).replace(RECORDED_BACKEND, "" + backend.port());
        if (!String.valueOf(request.get("path")).startsWith("/certificates")) {
            return text.replaceAll("PRIVATE-KEY-REMOVED-(\\d+)", "-----BEGIN PRIVATE KEY-----$1");
        }
        Document body = Recorded.parsed(text);
        Document before = Document.of(body);
        pairs.fill(body);
        for (String field : List.of("cert", "cert_alt")) {
            String old = before.text(field);
            if (old != null && old.startsWith("-----BEGIN")) {
                String recorded = Fingerprints.ofPem(old);
                certificates.put(recorded, Fingerprints.ofPem(String.valueOf(body.get(field))));
                if (recorded.equals(VAULT_CERTIFICATE)) {
                    environment.put("TEAM_TLS_CERT", String.valueOf(body.get("cert")));
                    environment.put("TEAM_TLS_KEY", String.valueOf(body.get("key")));
                }
            }
        }
        return Json.text(Json.bytes(body));
    }

    private void send(Document write) throws IOException {
        URI uri = URI.create(simulator.adminUrl() + String.valueOf(write.get("path")));
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .method(
                                String.valueOf(write.get("method")),
                                BodyPublishers.ofString(String.valueOf(write.get("body"))))
                        .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(uri + ": " + response.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
        backend.close();
    }
}
