package io.silverback.kong.database.row;

/** A JSON document as text, on its way into {@code jsonb}. */
public record Json(String text) {

    /** The document may hold secrets. */
    @Override
    public String toString() {
        return "Json[" + text.length() + " characters]";
    }
}
