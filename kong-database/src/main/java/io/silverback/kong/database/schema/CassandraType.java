package io.silverback.kong.database.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A CQL type as {@code system_schema} writes it, without {@code frozen}.
 *
 * @param name such as {@code text}, {@code map}
 * @param arguments of a collection
 */
public record CassandraType(String name, List<CassandraType> arguments) {

    /** Reads {@code map<text, frozen<set<text>>>} and the like. */
    public static CassandraType of(String cql) {
        String text = cql.strip();
        int open = text.indexOf('<');
        if (open < 0) {
            return new CassandraType(text, List.of());
        }
        String name = text.substring(0, open);
        String inner = text.substring(open + 1, text.length() - 1);
        if (name.equals("frozen")) {
            return of(inner);
        }
        return new CassandraType(name, split(inner).stream().map(CassandraType::of).toList());
    }

    /** Whether it is a set, list or map: Cassandra keeps no empty one. */
    public boolean isCollection() {
        return name.equals("set") || name.equals("list") || name.equals("map");
    }

    private static List<String> split(String inner) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(inner.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(inner.substring(start));
        return parts;
    }

    @Override
    public String toString() {
        return arguments.isEmpty()
                ? name
                : name
                        + "<"
                        + String.join(", ", arguments.stream().map(Object::toString).toList())
                        + ">";
    }
}
