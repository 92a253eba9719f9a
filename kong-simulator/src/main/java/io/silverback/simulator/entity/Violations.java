package io.silverback.simulator.entity;

import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.ConstraintViolation;

/** Kong's answers to what the database itself has refused. */
final class Violations {
    private static final String ID = "_id";

    private Violations() {}

    static Refusal of(EntityType type, ConstraintViolation violation) {
        Document fields = violation.fields();
        return switch (violation.kind()) {
            case UNIQUE ->
                    fields.containsKey("id")
                            ? Refusal.primaryKey(String.valueOf(fields.get("id")))
                            : Refusal.unique(fields);
            case MISSING -> missing(fields, violation.table());
            case REFERENCED -> Refusal.referenced(type.name(), violation.table());
        };
    }

    private static Refusal missing(Document columns, String table) {
        String column = columns.isEmpty() ? "id" : columns.keySet().iterator().next();
        String field =
                column.endsWith(ID) ? column.substring(0, column.length() - ID.length()) : column;
        return Refusal.foreignKey(field, table, Document.of("id", columns.get(column)));
    }
}
