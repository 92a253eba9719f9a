package io.silverback.kong.database.conversion;

import io.silverback.kong.database.schema.CassandraType;
import io.silverback.kong.database.schema.PostgresColumn;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which Cassandra types go into which PostgreSQL types. */
final class Types {

    private static final Set<String> TEXTS = Set.of("text", "varchar", "ascii");
    private static final Set<String> WHOLE =
            Set.of("int", "bigint", "smallint", "tinyint", "varint", "counter");
    private static final Set<String> NUMBERS = Set.of("float", "double", "decimal");
    private static final Map<String, ValueConversion> INTEGERS =
            Map.of(
                    "smallint", Values.integer(Short.MAX_VALUE),
                    "integer", Values.integer(Integer.MAX_VALUE),
                    "bigint", Values.integer(Long.MAX_VALUE));

    private Types() {}

    static Optional<ValueConversion> between(CassandraType source, PostgresColumn target) {
        if (target.isArray()) {
            String element = target.type().substring(0, target.type().length() - 2);
            return source.name().equals("set") || source.name().equals("list")
                    ? between(source.arguments().get(0), element).map(Values::list)
                    : Optional.empty();
        }
        return between(source, target.type());
    }

    private static Optional<ValueConversion> between(CassandraType source, String target) {
        String name = source.name();
        if (target.equals("jsonb") || target.equals("json")) {
            return json(source);
        }
        if (WHOLE.contains(name) && INTEGERS.containsKey(target)) {
            return Optional.of(INTEGERS.get(target));
        }
        if (target.equals("numeric") && (WHOLE.contains(name) || NUMBERS.contains(name))) {
            return Optional.of(Values::decimal);
        }
        return Optional.ofNullable(plain(name, target));
    }

    private static Optional<ValueConversion> json(CassandraType source) {
        if (TEXTS.contains(source.name())) {
            return Optional.of(Values::json);
        }
        return source.isCollection() ? Optional.of(Values::jsonOf) : Optional.empty();
    }

    private static @Nullable ValueConversion plain(String source, String target) {
        return switch (target) {
            case "text", "character varying" ->
                    TEXTS.contains(source) || source.equals("inet") ? Values::text : null;
            case "uuid" -> source.equals("uuid") || source.equals("timeuuid") ? Values::uuid : null;
            case "boolean" -> source.equals("boolean") ? Values::bool : null;
            case "timestamp with time zone", "timestamp without time zone" ->
                    source.equals("timestamp") ? Values::instant : null;
            case "bytea" -> source.equals("blob") ? Values::blob : null;
            case "real", "double precision" -> NUMBERS.contains(source) ? Values::floating : null;
            default -> null;
        };
    }
}
