package io.silverback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds {@code /schemas} against what a real gateway answered, where these answers are at hand. */
class SchemasTest {
    private static final Path RECORDED =
            Path.of(System.getProperty("kong.schemas", "../../shared/kong/schemas"));

    private static final List<String> ATTRIBUTES =
            List.of(
                    "type",
                    "required",
                    "default",
                    "one_of",
                    "not_one_of",
                    "between",
                    "gt",
                    "unique",
                    "auto",
                    "reference",
                    "on_delete",
                    "referenceable");

    /** What a gateway keeps for itself: no path leads there. */
    private static final Set<String> UNREACHABLE =
            Set.of(
                    "clustering_data_planes",
                    "oauth2_authorization_codes",
                    "parameters",
                    "ratelimiting_metrics",
                    "tags");

    /**
     * Configurations that are declared by plugin and by vault; a list that Cassandra keeps as a
     * set; a secret drawn at each start.
     */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "plugins.config",
                    "vaults.config",
                    "oauth2_credentials.redirect_uris",
                    "session.config.secret");

    private static @Nullable Simulator simulator;
    private static @Nullable Client admin;

    private final List<String> differences = new ArrayList<>();

    @BeforeAll
    static void start() {
        assumeTrue(
                Files.isDirectory(RECORDED),
                () -> "No schemas in " + RECORDED + ": skipped; set -Dkong.schemas");
        Simulator started =
                Simulator.start(SimulatorOptions.postgres("green").withEnterprise(false));
        simulator = started;
        admin = new Client(started.adminUrl());
    }

    @AfterAll
    static void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void declaresEntitiesAsARealGatewayDoes() throws IOException {
        for (String name : names(RECORDED)) {
            if (!UNREACHABLE.contains(name)) {
                compare(name, RECORDED.resolve(name + ".json"), "/schemas/" + name);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void declaresPluginsAsARealGatewayDoes() throws IOException {
        Path plugins = RECORDED.resolve("plugins");
        for (String name : names(plugins)) {
            compare(name, plugins.resolve(name + ".json"), "/schemas/plugins/" + name);
        }
        assertThat(differences).isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    private void compare(String name, Path recorded, String path) throws IOException {
        Client client = Objects.requireNonNull(admin);
        Map<?, ?> theirs = Objects.requireNonNull(Json.object(Files.readAllBytes(recorded)));
        members(name, Document.of(theirs).list("fields"), client.get(path).body().list("fields"));
    }

    private void members(String path, List<?> recorded, List<?> ours) {
        Document theirs = byName(recorded);
        Document own = byName(ours);
        Set<String> all = new TreeSet<>(theirs.keySet());
        all.addAll(own.keySet());
        for (String name : all) {
            String place = path + "." + name;
            if (!theirs.containsKey(name) || !own.containsKey(name)) {
                differences.add(place + (own.containsKey(name) ? ": too many" : ": missing"));
            } else if (!ELSEWHERE.contains(place)) {
                field(place, theirs.document(name), own.document(name));
            }
        }
    }

    private static Document byName(List<?> fields) {
        Document byName = new Document();
        fields.forEach(field -> byName.putAll(Document.of((Map<?, ?>) field)));
        return byName;
    }

    private void field(String path, Document recorded, Document ours) {
        for (String attribute : ATTRIBUTES) {
            Object theirs = value(attribute, recorded);
            Object own = value(attribute, ours);
            if (!Objects.equals(theirs, own)) {
                differences.add(path + " " + attribute + ": " + own + " for " + theirs);
            }
        }
        if (recorded.containsKey("eq") != ours.containsKey("eq")) {
            differences.add(path + ": refused by one only");
        }
        inner(path, "elements", recorded, ours);
        inner(path, "values", recorded, ours);
        members(path, recorded.list("fields"), ours.list("fields"));
    }

    /** Each element must be there: whether a schema says so once more is of no effect. */
    private void inner(String path, String name, Document recorded, Document ours) {
        if (recorded.containsKey(name) || ours.containsKey(name)) {
            Document own = ours.document(name);
            own.put("required", recorded.document(name).get("required"));
            field(path + "." + name, recorded.document(name), own);
        }
    }

    /** Absent is as good as false; the default of a record is that of its members. */
    private static @Nullable Object value(String attribute, Document field) {
        Object value = field.get(attribute);
        boolean follows = attribute.equals("default") && "record".equals(field.get("type"));
        boolean absent = Boolean.FALSE.equals(value) && !attribute.equals("default");
        return follows || absent ? null : value;
    }
}
