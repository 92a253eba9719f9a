package io.silverback.simulator.proxied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverback.simulator.conformance.Agreement;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.store.Manners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sends what two real gateways' proxies were sent, in order, and compares what became of it. */
class ProxyConformanceTest {
    private static final Map<String, Agreement> AGREED = new TreeMap<>();
    private static final Map<String, Document> DATABASES = new TreeMap<>();
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
        List<Document> leftOut = new ArrayList<>();
        Agreement agreement;
        try (Estate held = new Estate(database, estate)) {
            agreement = compared(new Replay(held, name), name, Recorded.lines(proxy), leftOut);
        }
        report(name, agreement, leftOut);
        assertThat(100.0 * agreement.agreed() / agreement.total())
                .as("%d of %d agreed", agreement.agreed(), agreement.total())
                .isGreaterThanOrEqualTo(FLOOR);
    }

    /** Sends all in order; what is left out is sent too, since it changes what comes after it. */
    private static Agreement compared(
            Replay replay, String database, List<Document> records, List<Document> leftOut) {
        List<Document> deviations = new ArrayList<>();
        for (Document record : records) {
            String reason = replay.difference(record);
            String excuse = LeftOut.reason(record);
            Document entry = Document.of("name", Replay.name(record));
            if (excuse != null) {
                leftOut.add(entry.with("reason", excuse));
            } else if (reason != null) {
                deviations.add(entry.with("database", database).with("reason", reason));
            }
        }
        return new Agreement(records.size() - leftOut.size(), deviations);
    }

    private static void report(String database, Agreement agreement, List<Document> leftOut) {
        AGREED.put(database, agreement);
        DATABASES.put(
                database,
                agreement
                        .shown()
                        .with("target", FLOOR)
                        .with("leftOut", leftOut.size())
                        .with("leftOutNames", leftOut));
        int out = DATABASES.values().stream().mapToInt(ProxyConformanceTest::leftOut).sum();
        Agreement.write(
                "proxy-conformance.json",
                Agreement.sum(AGREED.values())
                        .shown()
                        .with("leftOut", out)
                        .with("databases", DATABASES));
    }

    private static int leftOut(Document database) {
        return (int) database.number("leftOut", 0);
    }
}
