package io.silverback.simulator.admin;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Field;
import io.silverback.simulator.schema.PluginType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows descriptors in the form of Kong's {@code /schemas}: what a write may hold and what it falls
 * back to, but not the patterns of texts.
 */
final class Schemas {
    private static final String TTL = "ttl";

    private Schemas() {}

    static Document of(EntityType type) {
        List<Document> shown = new ArrayList<>();
        type.fields()
                .forEach(
                        (name, field) -> {
                            if (!name.equals(TTL)) {
                                shown.add(Document.of(name, ofEntity(type, field)));
                            }
                        });
        return Document.of("fields", shown);
    }

    private static Document ofEntity(EntityType type, Field field) {
        return switch (field.name()) {
            case "id" -> Document.of("type", "string").with("uuid", true).with("auto", true);
            case "created_at", "updated_at" ->
                    Document.of("type", type.timestamps().isFine() ? "number" : "integer")
                            .with("timestamp", true)
                            .with("auto", true);
            default -> attributes(field);
        };
    }

    /** The configuration of a plugin, its protocols and the scopes that it refuses. */
    static Document of(PluginType plugin, EntityType plugins) {
        Map<String, Field> fields = plugins.fieldsWith(plugin);
        List<Document> shown = new ArrayList<>();
        for (Field field : fields.values()) {
            if (plugin.refuses().contains(field.name())) {
                Document refused = attributes(field).with("eq", null);
                refused.remove("on_delete");
                shown.add(Document.of(field.name(), refused));
            } else if (field.name().equals("protocols") || field.name().equals("config")) {
                shown.add(Document.of(field.name(), attributes(field)));
            }
        }
        return Document.of("fields", shown);
    }

    private static List<Document> fields(Map<String, Field> fields) {
        return fields.values().stream()
                .map(field -> Document.of(field.name(), attributes(field)))
                .toList();
    }

    private static Document attributes(Field field) {
        Document shown = Document.of("type", field.type().name().toLowerCase(Locale.ROOT));
        flag(shown, "required", field.required());
        flag(shown, "auto", field.auto() != null);
        flag(shown, "unique", field.unique());
        flag(shown, "referenceable", field.referenceable());
        if (field.defaultValue() != null) {
            shown.with("default", field.defaultValue());
        }
        range(shown, field);
        if (field.isForeign()) {
            shown.with("reference", field.reference());
        }
        if (field.cascade()) {
            shown.with("on_delete", "cascade");
        }
        members(shown, field);
        return shown;
    }

    private static void range(Document shown, Field field) {
        list(shown, "one_of", field.oneOf());
        list(shown, "not_one_of", field.notOneOf());
        list(shown, "between", field.between());
        if (field.above() != null) {
            shown.with("gt", field.above());
        }
    }

    private static void members(Document shown, Field field) {
        Field elements = field.elements();
        if (elements != null) {
            shown.with("elements", attributes(elements));
        }
        Field values = field.values();
        if (values != null) {
            shown.with("values", attributes(values));
        }
        if (field.type() == Field.Type.RECORD) {
            shown.with("fields", fields(field.fields()));
        }
    }

    private static void flag(Document shown, String name, boolean set) {
        if (set) {
            shown.with(name, true);
        }
    }

    private static void list(Document shown, String name, List<?> values) {
        if (!values.isEmpty()) {
            shown.with(name, values);
        }
    }
}
