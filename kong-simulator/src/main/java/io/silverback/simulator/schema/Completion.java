package io.silverback.simulator.schema;

import io.silverback.simulator.schema.Field.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills in what a client left out: defaults, empty records, and null for the rest. */
public final class Completion {
    private Completion() {}

    /** All declared members, in the order of their declaration, then what is not declared. */
    public static Document complete(Map<String, Field> fields, Document given) {
        Document complete = new Document();
        fields.forEach((name, field) -> complete.put(name, value(field, given)));
        given.forEach(complete::putIfAbsent);
        return complete;
    }

    private static @Nullable Object value(Field field, Document given) {
        Object value = given.get(field.name());
        if (field.type() == Type.RECORD) {
            return record(field, given.containsKey(field.name()), value);
        }
        Object whole = given.containsKey(field.name()) ? value : copy(field.defaultValue());
        Field elements = field.elements();
        if (whole instanceof List<?> list && elements != null && elements.type() == Type.RECORD) {
            return list.stream()
                    .map(element -> element(elements, element))
                    .collect(Collectors.toList());
        }
        Field values = field.values();
        return whole instanceof Map<?, ?> map && values != null && values.type() == Type.RECORD
                ? records(values, Document.of(map))
                : whole;
    }

    private static @Nullable Object element(Field record, @Nullable Object element) {
        return element instanceof Map<?, ?> map
                ? complete(record.fields(), Document.of(map))
                : element;
    }

    private static @Nullable Object record(Field field, boolean isGiven, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return complete(field.fields(), Document.of(map));
        }
        boolean absent = !isGiven || value == null;
        return absent && field.required() ? complete(field.fields(), new Document()) : value;
    }

    private static Document records(Field record, Document map) {
        Document complete = new Document();
        map.forEach((key, value) -> complete.put(key, element(record, value)));
        return complete;
    }

    /** The given members laid over old ones; records are merged, everything else is replaced. */
    public static Document merge(Map<String, Field> fields, Document old, Document changes) {
        Document merged = Document.of(old);
        changes.forEach(
                (name, value) -> {
                    Field field = fields.get(name);
                    boolean deep =
                            field != null
                                    && field.type() == Type.RECORD
                                    && value instanceof Map<?, ?>;
                    merged.put(
                            name,
                            deep && field != null
                                    ? merge(
                                            field.fields(),
                                            old.document(name),
                                            changes.document(name))
                                    : value);
                });
        return merged;
    }

    static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> copies = new ArrayList<>(list.size());
            list.forEach(element -> copies.add(copy(element)));
            return copies;
        }
        if (value instanceof Map<?, ?> map) {
            Document document = new Document();
            map.forEach((name, member) -> document.put(String.valueOf(name), copy(member)));
            return document;
        }
        return value;
    }
}
