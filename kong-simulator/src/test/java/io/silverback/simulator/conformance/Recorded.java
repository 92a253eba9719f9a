package io.silverback.simulator.conformance;

import io.silverback.simulator.SimulatorOptions;
import io.silverback.simulator.schema.Document;
import java.util.List;
import java.util.Map;

/** The gateways that were recorded, as options of a simulated one. */
final class Recorded {
    /** What an installation chooses; all else that {@code GET /} shows must be known. */
    private static final List<String> CHOSEN =
            List.of(
                    "admin_listen",
                    "proxy_listen",
                    "pg_port",
                    "pg_database",
                    "cassandra_port",
                    "cassandra_keyspace");

    private Recorded() {}

    static SimulatorOptions options(Recording recording) {
        return SimulatorOptions.postgres("kong-host")
                .withDatabase(recording.database())
                .withVersion(recording.version())
                .withEnterprise(false)
                .withSettings(chosen(recording));
    }

    private static Map<String, Object> chosen(Recording recording) {
        Document chosen = new Document();
        recording.exchanges().stream()
                .filter(exchange -> exchange.asked().path().equals("/"))
                .findFirst()
                .map(exchange -> Bodies.parsed(exchange.answer().body()))
                .filter(Map.class::isInstance)
                .map(root -> Document.of((Map<?, ?>) root).document("configuration"))
                .ifPresent(
                        shown ->
                                CHOSEN.stream()
                                        .filter(shown::containsKey)
                                        .forEach(name -> chosen.put(name, shown.get(name))));
        return chosen;
    }
}
