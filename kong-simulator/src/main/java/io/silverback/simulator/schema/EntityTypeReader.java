package io.silverback.simulator.schema;

import io.silverback.simulator.schema.EntityType.Address;
import io.silverback.simulator.schema.EntityType.Habits;
import io.silverback.simulator.schema.EntityType.KeyThrough;
import io.silverback.simulator.schema.EntityType.Names;
import io.silverback.simulator.schema.EntityType.Rules;
import io.silverback.simulator.schema.EntityType.Timestamps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one entry of the files in {@code entities/}. */
final class EntityTypeReader {
    private static final Field ID =
            FieldReader.field("id", Map.of("type", "string", "rules", List.of("uuid")));
    private static final Field CREATED = FieldReader.field("created_at", "number");
    private static final Field UPDATED = FieldReader.field("updated_at", "number");
    private static final Field TAGS =
            FieldReader.field(
                    "tags",
                    Map.of(
                            "type",
                            "set",
                            "elements",
                            Map.of("type", "string", "rules", List.of("tag"))));
    private static final Field TTL = FieldReader.field("ttl", "number");

    private EntityTypeReader() {}

    static EntityType read(String name, Document declared) {
        return new EntityType(
                name, address(name, declared), habits(declared), fields(declared), rules(declared));
    }

    private static Address address(String name, Document declared) {
        String path = String.valueOf(declared.get("path"));
        return new Address(
                textOr(declared, "table", name),
                path,
                textOr(declared, "nested", path),
                isUnlessFalse(declared, "top"),
                declared.text("key"),
                declared.isTrue("keyOnlyNested"),
                keyThrough(declared.document("keyThrough")));
    }

    private static Habits habits(Document declared) {
        return new Habits(
                isUnlessFalse(declared, "workspaced"),
                "enterprise".equals(declared.get("edition")),
                timestamps(declared),
                isUnlessFalse(declared, "tags"),
                declared.isTrue("ttl"),
                isUnlessFalse(declared, "upsert"),
                declared.isTrue("postReplaces"),
                declared.isTrue("newestFirst"),
                declared.isTrue("clustered"),
                declared.text("variant"));
    }

    private static Map<String, Field> fields(Document declared) {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("id", ID);
        fields.put("created_at", CREATED);
        if (timestamps(declared).hasUpdated()) {
            fields.put("updated_at", UPDATED);
        }
        fields.putAll(FieldReader.fields(declared.document("fields")));
        if (isUnlessFalse(declared, "tags")) {
            fields.put("tags", TAGS);
        }
        if (declared.isTrue("ttl")) {
            fields.put("ttl", TTL);
        }
        return fields;
    }

    private static Rules rules(Document declared) {
        return new Rules(
                declared.list("uniqueTogether").stream()
                        .map(set -> FieldReader.texts((List<?>) set))
                        .toList(),
                declared.list("checks").stream()
                        .map(check -> Document.of((Map<?, ?>) check))
                        .toList(),
                texts(declared, "secrets"),
                texts(declared, "derive"),
                texts(declared, "shorthand"),
                FieldReader.texts(declared.list("filters")),
                FieldReader.texts(declared.list("owns")),
                names(declared.document("names")));
    }

    private static boolean isUnlessFalse(Document declared, String member) {
        return !Boolean.FALSE.equals(declared.get(member));
    }

    private static String textOr(Document declared, String member, String otherwise) {
        String text = declared.text(member);
        return text == null ? otherwise : text;
    }

    private static Timestamps timestamps(Document declared) {
        String kind = declared.text("timestamps");
        return kind == null
                ? Timestamps.BOTH
                : Timestamps.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Map<String, String> texts(Document declared, String member) {
        Map<String, String> texts = new LinkedHashMap<>();
        declared.document(member).forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    private static @Nullable Names names(Document declared) {
        String entity = declared.text("entity");
        return entity == null ? null : new Names(entity, String.valueOf(declared.get("as")));
    }

    private static @Nullable KeyThrough keyThrough(Document declared) {
        String entity = declared.text("entity");
        return entity == null
                ? null
                : new KeyThrough(entity, String.valueOf(declared.get("field")));
    }
}
