package io.silverback.simulator.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One declared field: its type and what its value must satisfy. */
public record Field(
        String name,
        Type type,
        boolean required,
        @Nullable Object defaultValue,
        boolean unique,
        boolean uniqueEverywhere,
        @Nullable String auto,
        List<?> oneOf,
        List<?> notOneOf,
        List<Number> between,
        @Nullable Number above,
        int minimalLength,
        List<String> rules,
        boolean referenceable,
        @Nullable Field elements,
        @Nullable Field values,
        Map<String, Field> fields,
        String reference,
        boolean cascade) {

    /** What a value may be. */
    public enum Type {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        SET,
        ARRAY,
        MAP,
        RECORD,
        FOREIGN;

        /** Whether the value is a list. */
        public boolean isList() {
            return this == SET || this == ARRAY;
        }
    }

    /** Whether this field refers to another entity. */
    public boolean isForeign() {
        return type == Type.FOREIGN;
    }

    /**
     * The same field with other members: how a plugin's own configuration takes the place of the
     * general one.
     */
    public Field withFields(Map<String, Field> members) {
        return with(oneOf, elements, members);
    }

    /** The same field, whose value is one of others. */
    public Field withOneOf(List<?> others) {
        return with(others, elements, fields);
    }

    /** The same field with other elements. */
    Field withElements(Field others) {
        return with(oneOf, others, fields);
    }

    private Field with(
            List<?> itsOneOf, @Nullable Field itsElements, Map<String, Field> itsFields) {
        return new Field(
                name,
                type,
                required,
                defaultValue,
                unique,
                uniqueEverywhere,
                auto,
                itsOneOf,
                notOneOf,
                between,
                above,
                minimalLength,
                rules,
                referenceable,
                itsElements,
                values,
                itsFields,
                reference,
                cascade);
    }
}
