package io.silverback.kong.database.postgres;

import java.util.Collection;
import java.util.stream.Collectors;

/** Pieces of SQL made of names that the catalogue gave. */
final class Sql {

    private Sql() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String names(Collection<String> names) {
        return names.stream().map(Sql::name).collect(Collectors.joining(", "));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
