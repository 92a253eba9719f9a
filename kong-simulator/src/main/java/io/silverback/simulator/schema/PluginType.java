package io.silverback.simulator.schema;

import java.util.List;
import java.util.Map;

/**
 * One bundled plugin: its rank (the higher runs first), the scopes it refuses and its
 * configuration.
 */
public record PluginType(
        String name,
        int rank,
        boolean enterprise,
        List<String> refuses,
        Map<String, Field> config,
        List<Document> checks) {

    static PluginType read(String name, Document declared) {
        return new PluginType(
                name,
                (int) declared.number("rank", 0),
                "enterprise".equals(declared.get("edition")),
                FieldReader.texts(declared.list("refuses")),
                FieldReader.fields(declared.document("config")),
                declared.list("checks").stream()
                        .map(check -> Document.of((Map<?, ?>) check))
                        .toList());
    }
}
