package io.silverback.kong.database.schema;

import java.util.List;

/** Columns whose values together may occur once; rows with a NULL among them are free. */
public record UniqueKey(String name, List<String> columns) {}
