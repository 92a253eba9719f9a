package io.silverback.simulator.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.simulator.schema.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code target/conformance.json}: for each recording what agreed, and each deviation by name. */
final class Report {
    private static final Path FILE = Path.of("target", "conformance.json");

    private final Map<String, Document> recordings = new TreeMap<>();

    void add(Replay.Result result, boolean reseeded) {
        Document entry =
                recordings.computeIfAbsent(
                        result.recording().name(),
                        name ->
                                Document.of("version", result.recording().version())
                                        .with("database", result.recording().database().name())
                                        .with("target", Floor.of(result.recording())));
        entry.put(
                reseeded ? "reseeded" : "recorded",
                Document.of("agreed", result.agreed())
                        .with("total", result.total())
                        .with("deviations", deviations(result)));
        write();
    }

    private static List<Document> deviations(Replay.Result result) {
        List<Document> deviations = new ArrayList<>();
        result.deviations()
                .forEach(
                        (index, reason) -> {
                            Exchange exchange = result.recording().exchanges().get(index);
                            deviations.add(
                                    Document.of("name", exchange.name())
                                            .with(
                                                    "request",
                                                    exchange.asked().method()
                                                            + " "
                                                            + exchange.asked().path())
                                            .with("reason", reason));
                        });
        return deviations;
    }

    private void write() {
        try {
            Files.createDirectories(FILE.getParent());
            new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValue(FILE.toFile(), recordings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
