package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverback.simulator.admin.AdminApi;
import io.silverback.simulator.admin.AdminRequest;
import io.silverback.simulator.admin.AdminResponse;
import io.silverback.simulator.admin.Node;
import io.silverback.simulator.entity.Entities;
import io.silverback.simulator.schema.Catalogue;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Manners;
import io.silverback.simulator.store.MemoryDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Replays what a real Kong was asked and compares the answers. Floors are what was measured, to be
 * raised.
 */
class ConformanceTest {
    private static final Path RECORDINGS =
            Path.of(System.getProperty("kong.shared", "missing"), "recordings");

    @ParameterizedTest
    @CsvSource({
        "postgres-3.3.1, POSTGRES, 93",
        "cassandra-3.3.1, CASSANDRA, 93",
        "estate-postgres, POSTGRES, 99",
        "estate-cassandra, CASSANDRA, 98"
    })
    void answersAsTheRealKongDid(String name, Manners manners, int floor) throws IOException {
        Path recording = RECORDINGS.resolve(name + ".jsonl");
        assumeTrue(
                Files.exists(recording),
                () -> "No recordings at " + RECORDINGS + ": set -Dkong.shared");
        RecordedClock clock = new RecordedClock();
        AdminApi api = freshApi(manners, clock);
        Comparison comparison = new Comparison();
        List<String> deviations = new ArrayList<>();
        int total = 0;
        for (String line : Files.readAllLines(recording)) {
            Document record =
                    parsed(
                            line.replaceAll(
                                    "PRIVATE-KEY-REMOVED-(\\d+)", "-----BEGIN PRIVATE KEY-----$1"));
            total++;
            clock.readFrom(record.document("response"));
            @Nullable String deviation = deviation(api, comparison, record);
            if (deviation != null) {
                deviations.add(record.get("name") + " " + deviation);
            }
        }
        int agreed = total - deviations.size();
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target", "conformance-" + name + ".txt"),
                agreed + " of " + total + "\n" + String.join("\n", deviations));
        assertThat(agreed * 100 / total)
                .as("%d of %d agreed", agreed, total)
                .isGreaterThanOrEqualTo(floor);
    }

    private static AdminApi freshApi(Manners manners, Clock clock) {
        Catalogue catalogue = Catalogue.of(false);
        Database database = new MemoryDatabase(catalogue, manners);
        Node node =
                new Node(
                        "kong-host",
                        "6a020b7b-85fe-45c1-a832-893259f3fc11",
                        "3.3.1",
                        manners,
                        false,
                        8001,
                        8000);
        return new AdminApi(database, new Entities(database, clock), node, null);
    }

    private static @Nullable String deviation(
            AdminApi api, Comparison comparison, Document record) {
        Document request = record.document("request");
        Document response = record.document("response");
        AdminResponse answer = api.answer(asked(request, comparison));
        if (answer.status() != response.number("status", 0)) {
            return request.get("path")
                    + ": status "
                    + answer.status()
                    + " for "
                    + response.get("status")
                    + " "
                    + new String(
                            Json.bytes(answer.body() == null ? "" : answer.body()),
                            StandardCharsets.UTF_8);
        }
        String body = String.valueOf(response.get("body"));
        if (body.isEmpty() || !body.startsWith("{") || answer.body() == null) {
            return null;
        }
        boolean informative =
                List.of("/", "/status", "/endpoints", "/timers").contains(request.get("path"));
        return informative
                ? null
                : comparison.difference(parsed(body), parsed(Json.text(Json.bytes(answer.body()))));
    }

    private static AdminRequest asked(Document request, Comparison comparison) {
        String path = comparison.translated(String.valueOf(request.get("path")));
        String body = request.text("body");
        String[] parts = path.split("\\?", 2);
        return AdminRequest.of(
                String.valueOf(request.get("method")),
                parts[0],
                parts.length == 2 ? parts[1] : null,
                request.document("headers").text("Content-Type"),
                null,
                body == null
                        ? new byte[0]
                        : comparison.translated(body).getBytes(StandardCharsets.UTF_8));
    }

    private static Document parsed(String json) {
        Map<?, ?> map = Json.object(json.getBytes(StandardCharsets.UTF_8));
        return Document.of(Objects.requireNonNull(map, json));
    }
}
