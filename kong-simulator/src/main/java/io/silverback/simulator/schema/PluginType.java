package io.silverback.simulator.schema;

import java.util.List;
import java.util.Map;

/**
 * One bundled plugin: its rank (the higher runs first), the scopes it refuses, whether it works on
 * streams beside HTTP, and its configuration.
 */
public record PluginType(
        String name,
        int rank,
        boolean enterprise,
        List<String> refuses,
        boolean streams,
        Map<String, Field> config,
        List<Document> checks) {
    private static final List<String> HTTP = List.of("grpc", "grpcs", "http", "https");

    /** The protocols that it may be asked for; those of a field that knows all of them. */
    Field protocols(Field all) {
        Field elements = all.elements();
        return streams || elements == null ? all : all.withElements(elements.withOneOf(HTTP));
    }

    /** The same plugin with another configuration and other checks. */
    public PluginType with(Map<String, Field> changed, List<Document> others) {
        return new PluginType(name, rank, enterprise, refuses, streams, changed, others);
    }

    static PluginType read(String name, Document declared) {
        return new PluginType(
                name,
                (int) declared.number("rank", 0),
                "enterprise".equals(declared.get("edition")),
                FieldReader.texts(declared.list("refuses")),
                declared.isTrue("streams"),
                FieldReader.fields(declared.document("config")),
                declared.list("checks").stream()
                        .map(check -> Document.of((Map<?, ?>) check))
                        .toList());
    }
}
