package io.silverback.kong.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.admin.AdminOptions;
import io.silverback.kong.catalogue.KongVersion;
import io.silverback.kong.diff.Diff;
import io.silverback.kong.diff.Made;
import io.silverback.kong.diff.Undo;
import io.silverback.kong.state.DeclarativeState;
import io.silverback.kong.state.Entity;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Takes a journal back in a process of its own, which may be ended at any moment. */
final class UndoProcess {
    private static final ObjectMapper JSON = new ObjectMapper();

    private UndoProcess() {}

    /** Arguments: the gateway's URL, a workspace, the file that {@link #write} wrote. */
    public static void main(String[] arguments) throws IOException {
        Vertx vertx = Vertx.vertx();
        AdminOptions options = AdminOptions.of("green", List.of(URI.create(arguments[0])));
        AdminApi api = AdminApi.open(vertx, options);
        DeclarativeState now =
                new GatewayReader(api, Clock.systemUTC(), 4)
                        .read(arguments[1])
                        .await()
                        .indefinitely();
        Diff diff = Undo.of(read(Path.of(arguments[2])), now);
        Holds holds = Holds.of(diff, now, KongVersion.parse("3.3.1"));
        new GatewayWriter(api, new Writes(new FreshSecrets()), new WriteLimit(1), false)
                .apply(diff, holds)
                .collect()
                .asList()
                .await()
                .indefinitely();
        api.close();
        vertx.closeAndAwait();
    }

    static void write(List<Made> journal, Path file) throws IOException {
        ArrayNode rows = JSON.createArrayNode();
        for (Made made : journal) {
            ObjectNode row = rows.addObject();
            row.put("kind", made.kind().name()).put("type", made.type()).put("id", made.id());
            Entity before = made.before();
            if (before != null) {
                row.set("before", before.fields());
            }
        }
        JSON.writeValue(file.toFile(), rows);
    }

    private static List<Made> read(Path file) throws IOException {
        List<Made> journal = new ArrayList<>();
        for (JsonNode row : JSON.readTree(file.toFile())) {
            String type = row.path("type").asText();
            String id = row.path("id").asText();
            Made.Kind kind = Made.Kind.valueOf(row.path("kind").asText());
            boolean had = row.has("before");
            ObjectNode fields = (ObjectNode) row.get("before");
            journal.add(new Made(kind, type, id, had ? new Entity(type, id, fields) : null));
        }
        return journal;
    }
}
