package io.silverback.kong.database.conversion;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The small table of what the two schemas do not say. Columns are written {@code table.column}.
 *
 * @param prefixed kept as {@code <ws_id>:<value>} on Cassandra
 * @param bare unique, and yet not prefixed
 * @param cacheKeys ending with the workspace's id
 * @param onlyOnCassandra dropped without loss
 * @param kinds of the tables that are not configuration
 */
public record Facts(
        Set<String> prefixed,
        Set<String> bare,
        Set<String> cacheKeys,
        Set<String> onlyOnCassandra,
        Map<String, TableKind> kinds) {

    private record Raw(
            Set<String> prefixed,
            Set<String> bare,
            Set<String> cacheKeys,
            Set<String> onlyOnCassandra,
            Map<String, String> kinds) {}

    /** The table that comes with this module: {@code facts.yaml}. */
    public static Facts known() {
        try (InputStream in = Facts.class.getResourceAsStream("facts.yaml")) {
            return read(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a table of that form. */
    public static Facts read(InputStream yaml) throws IOException {
        Raw raw = new ObjectMapper(new YAMLFactory()).readValue(yaml, new TypeReference<Raw>() {});
        Map<String, TableKind> kinds = new TreeMap<>();
        raw.kinds()
                .forEach(
                        (table, kind) ->
                                kinds.put(table, TableKind.valueOf(kind.toUpperCase(Locale.ROOT))));
        return new Facts(raw.prefixed(), raw.bare(), raw.cacheKeys(), raw.onlyOnCassandra(), kinds);
    }

    /** What the table holds. */
    public TableKind kind(String table) {
        return kinds.getOrDefault(table, TableKind.CONFIGURATION);
    }
}
