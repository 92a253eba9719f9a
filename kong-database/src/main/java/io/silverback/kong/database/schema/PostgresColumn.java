package io.silverback.kong.database.schema;

/**
 * A column as {@code format_type} names its type.
 *
 * @param type such as {@code timestamp with time zone}, {@code text[]}
 * @param notNull whether NULL is refused
 * @param hasDefault whether it is filled when a row does not name it
 */
public record PostgresColumn(String name, String type, boolean notNull, boolean hasDefault) {

    /** Whether it holds an array. */
    public boolean isArray() {
        return type.endsWith("[]");
    }
}
