package io.silverback.kong.database.schema;

import java.util.List;

/** A reference from columns of one table to as many of another, in the same order. */
public record ForeignKey(
        String name, List<String> columns, String referenced, List<String> referencedColumns) {}
