package io.silverback.simulator.proxied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Manners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sends what two real gateways' proxies were sent, in order, and compares what became of it. */
class ProxyConformanceTest {
    private static final Path REPORT = Path.of("target", "proxy-conformance.json");
    private static final TreeMap<String, Document> REPORTED = new TreeMap<>();
    private static final double FLOOR = 95;

    @ParameterizedTest
    @EnumSource(Manners.class)
    void answersAsTheRealProxyDid(Manners database) throws IOException {
        String name = database.name().toLowerCase(Locale.ROOT);
        Path proxy = Recorded.directory().resolve("proxy.jsonl");
        Path estate = Recorded.directory().resolveSibling("recordings/estate-" + name + ".jsonl");
        assumeTrue(
                Files.exists(proxy) && Files.exists(estate),
                () -> "No recordings in " + Recorded.directory() + ": set -Dkong.proxy");
        List<Document> deviations = new ArrayList<>();
        List<Document> leftOut = new ArrayList<>();
        int total = 0;
        try (Estate held = new Estate(database, estate)) {
            Replay replay = new Replay(held, name);
            for (Document record : Recorded.lines(proxy)) {
                String reason = replay.difference(record);
                String excuse = LeftOut.reason(record);
                Document entry = Document.of("name", Replay.name(record));
                if (excuse != null) {
                    leftOut.add(entry.with("reason", excuse));
                    continue;
                }
                total++;
                if (reason != null) {
                    deviations.add(entry.with("reason", reason));
                }
            }
        }
        report(name, total, deviations, leftOut);
        int agreed = total - deviations.size();
        assertThat(100.0 * agreed / total)
                .as("%d of %d agreed", agreed, total)
                .isGreaterThanOrEqualTo(FLOOR);
    }

    private static void report(
            String database, int total, List<Document> deviations, List<Document> leftOut)
            throws IOException {
        REPORTED.put(
                database,
                Document.of("agreed", total - deviations.size())
                        .with("total", total)
                        .with("target", FLOOR)
                        .with("deviations", deviations)
                        .with("leftOut", leftOut.size())
                        .with("leftOutNames", leftOut));
        Files.createDirectories(REPORT.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(REPORT.toFile(), REPORTED);
    }
}
