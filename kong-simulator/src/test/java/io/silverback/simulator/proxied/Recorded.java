package io.silverback.simulator.proxied;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lines of JSON from the recordings, read in place. */
final class Recorded {
    private Recorded() {}

    /** Where the proxies' answers are: {@code -Dkong.proxy}. */
    static Path directory() {
        return Path.of(System.getProperty("kong.proxy", "../../shared/kong/proxy"));
    }

    static List<Document> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(Recorded::parsed).toList();
    }

    static Document parsed(String json) {
        Map<?, ?> map = Json.object(json.getBytes(StandardCharsets.UTF_8));
        return Document.of(Objects.requireNonNull(map, json));
    }
}
