package io.silverback.kong.catalogue;

/**
 * A foreign key: the type it points to and how decK's file writes it.
 *
 * @param type the referenced entity's type
 */
public record Reference(String type, Form form) {

    /** How decK's file writes a reference. */
    public enum Form {
        /** The id as text. */
        ID,
        /** {@code {id: …}}. */
        OBJECT,
        /** {@code {id: …, name: …}}. */
        NAMED,
        /** The name, or the id of what has none, as text. */
        NAME
    }
}
