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

    /** The same plugin with another configuration and other checks. */
    public PluginType with(Map<String, Field> changed, List<Document> others) {
        return new PluginType(name, rank, enterprise, refuses, changed, others);
    }

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
