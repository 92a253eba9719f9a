package io.silverback.simulator.schema;

import io.silverback.simulator.schema.Field.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a completed entity against its declaration and says what is wrong in Kong's words. */
public final class Validator {
    private Validator() {}

    /** The errors by field; empty when all is right. */
    public static Document errors(Map<String, Field> fields, Document entity) {
        Document errors = new Document();
        entity.forEach(
                (name, value) -> {
                    Field field = fields.get(name);
                    Object error = field == null ? "unknown field" : error(field, value);
                    if (error != null) {
                        errors.put(name, error);
                    }
                });
        return errors;
    }

    private static @Nullable Object error(Field field, @Nullable Object value) {
        if (value == null) {
            return field.required() && field.auto() == null ? "required field missing" : null;
        }
        return switch (field.type()) {
            case STRING -> text(field, value);
            case INTEGER ->
                    value instanceof Integer || value instanceof Long
                            ? number(field, (Number) value)
                            : "expected an integer";
            case NUMBER ->
                    value instanceof Number number ? number(field, number) : "expected a number";
            case BOOLEAN -> value instanceof Boolean ? null : "expected a boolean";
            case SET -> value instanceof List<?> list ? list(field, list) : "expected a set";
            case ARRAY -> value instanceof List<?> list ? list(field, list) : "expected an array";
            case MAP -> value instanceof Map<?, ?> map ? map(field, map) : "expected a map";
            case RECORD ->
                    value instanceof Map<?, ?> map ? record(field, map) : "expected a record";
            case FOREIGN -> value instanceof Map<?, ?> ? null : "value must be an object";
        };
    }

    private static @Nullable Object text(Field field, Object value) {
        if (!(value instanceof String text)) {
            return "expected a string";
        }
        if (field.referenceable() && text.startsWith("{vault://") && text.endsWith("}")) {
            return null;
        }
        if (text.length() < field.minimalLength()) {
            return "length must be at least " + field.minimalLength();
        }
        Object choice = choice(field, text);
        return choice != null ? choice : TextRules.check(field.rules(), text);
    }

    private static @Nullable String choice(Field field, Object value) {
        if (!field.oneOf().isEmpty() && !field.oneOf().contains(value)) {
            return "expected one of: " + joined(field.oneOf());
        }
        return field.notOneOf().contains(value)
                ? "must not be one of: " + joined(field.notOneOf())
                : null;
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static @Nullable String number(Field field, Number number) {
        double value = number.doubleValue();
        if (field.between().size() == 2
                && (value < field.between().get(0).doubleValue()
                        || value > field.between().get(1).doubleValue())) {
            return "value should be between "
                    + field.between().get(0)
                    + " and "
                    + field.between().get(1);
        }
        Number above = field.above();
        if (above != null && value <= above.doubleValue()) {
            return "value must be greater than " + above;
        }
        return choice(field, number);
    }

    private static @Nullable Object list(Field field, List<?> list) {
        Field elements = field.elements();
        if (elements == null) {
            return null;
        }
        List<@Nullable Object> errors = new ArrayList<>();
        for (Object element : list) {
            Object error = element == null ? "required field missing" : error(elements, element);
            if (error != null) {
                while (errors.size() < list.indexOf(element)) {
                    errors.add(null);
                }
                errors.add(error);
            }
        }
        return errors.isEmpty() ? null : errors;
    }

    private static @Nullable Object map(Field field, Map<?, ?> map) {
        Field values = field.values();
        if (values == null) {
            return null;
        }
        for (Object value : map.values()) {
            Object error = error(values, value);
            if (error != null) {
                return error;
            }
        }
        return null;
    }

    private static @Nullable Object record(Field field, Map<?, ?> map) {
        if (field.fields().isEmpty() && field.type() == Type.RECORD) {
            return null;
        }
        Document errors = errors(field.fields(), Document.of(map));
        return errors.isEmpty() ? null : errors;
    }
}
