package io.silverback.kong;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.catalogue.Catalogue;
import io.silverback.kong.catalogue.EntityType;
import io.silverback.kong.catalogue.Kind;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.silverback.kong.state.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was recorded from real gateways; tests that need it are skipped without it. */
public final class Recorded {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Recorded() {}

    public static Path path(String name) {
        Path path = Path.of(System.getProperty("kong.shared", "absent"), name);
        assumeTrue(Files.exists(path), () -> "no recordings at " + path);
        return path;
    }

    public static String text(String name) throws IOException {
        return Files.readString(path(name));
    }

    /** The whole estate as the Admin API listed it. */
    public static DeclarativeState estate(String database) throws IOException {
        List<Entity> entities = new ArrayList<>();
        try (Stream<String> lines = Files.lines(path("recordings/estate-" + database + ".jsonl"))) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode exchange = JSON.readTree(line);
                String path = exchange.at("/request/path").asText();
                if (path.endsWith("?size=1000")) {
                    collect(path.substring(0, path.indexOf('?')), exchange, entities);
                }
            }
        }
        return new DeclarativeState("default", entities);
    }

    private static void collect(String path, JsonNode exchange, List<Entity> entities)
            throws IOException {
        for (EntityType type : Catalogue.kong().types()) {
            if (type.kind() == Kind.CONFIGURATION
                    && path.matches(type.access().path().replaceAll("\\{\\w+}", "[^/]+"))) {
                JsonNode body = JSON.readTree(exchange.at("/response/body").asText());
                for (JsonNode row : body.path("data")) {
                    entities.add(Intake.entity(type, (ObjectNode) row, Samples.NOW));
                }
            }
        }
    }
}
