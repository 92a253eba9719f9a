package io.silverback.simulator.admin;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.schema.PluginType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows descriptors in the form of Kong's {@code /schemas}. */
final class Schemas {
    private Schemas() {}

    static Document of(EntityType type) {
        return Document.of("fields", fields(type.fields()));
    }

    static Document of(PluginType plugin) {
        Document config =
                Document.of("type", "record")
                        .with("required", true)
                        .with("fields", fields(plugin.config()));
        return Document.of("fields", List.of(Document.of("config", config)));
    }

    private static List<Document> fields(Map<String, Field> fields) {
        return fields.values().stream()
                .map(field -> Document.of(field.name(), attributes(field)))
                .toList();
    }

    private static Document attributes(Field field) {
        Document shown = Document.of("type", field.type().name().toLowerCase(Locale.ROOT));
        shown.with("required", field.required());
        if (field.defaultValue() != null) {
            shown.with("default", field.defaultValue());
        }
        if (!field.oneOf().isEmpty()) {
            shown.with("one_of", field.oneOf());
        }
        if (field.isForeign()) {
            shown.with("reference", field.reference());
        }
        Field elements = field.elements();
        if (elements != null) {
            shown.with("elements", attributes(elements));
        }
        if (!field.fields().isEmpty()) {
            shown.with("fields", fields(field.fields()));
        }
        return shown;
    }
}
