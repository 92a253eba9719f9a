package io.silverback.simulator.conformance;

import io.silverback.simulator.schema.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code target/conformance.json}: what agrees of all recordings that have a target, and of each
 * one, as recorded and reseeded.
 */
final class Report {
    private final Map<String, Document> recordings = new TreeMap<>();
    private final Map<String, Agreement> recorded = new TreeMap<>();
    private final Map<String, Agreement> reseeded = new TreeMap<>();

    void add(Replay.Result result, boolean withOtherNames) {
        Recording recording = result.recording();
        Agreement agreement = new Agreement(result.total(), deviations(result));
        Double target = Floor.of(recording);
        recordings
                .computeIfAbsent(
                        recording.name(),
                        name ->
                                Document.of("version", recording.version())
                                        .with("database", recording.database().name())
                                        .with("target", target)
                                        .with("redacted", recording.redacted()))
                .put(withOtherNames ? "reseeded" : "recorded", agreement.shown());
        if (target != null) {
            (withOtherNames ? reseeded : recorded).put(recording.name(), agreement);
        }
        write();
    }

    private static List<Document> deviations(Replay.Result result) {
        List<Document> deviations = new ArrayList<>();
        result.deviations()
                .forEach(
                        (index, reason) -> {
                            Exchange exchange = result.recording().exchanges().get(index);
                            String request =
                                    exchange.asked().method() + " " + exchange.asked().path();
                            deviations.add(
                                    Document.of("name", exchange.name())
                                            .with("recording", result.recording().name())
                                            .with("request", request)
                                            .with("reason", reason));
                        });
        return deviations;
    }

    private void write() {
        Agreement.write(
                "conformance.json",
                Agreement.sum(recorded.values())
                        .shown()
                        .with("reseeded", Agreement.sum(reseeded.values()).shown())
                        .with("recordings", recordings));
    }
}
