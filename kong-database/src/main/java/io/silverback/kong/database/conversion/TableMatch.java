package io.silverback.kong.database.conversion;

import io.silverback.kong.database.schema.CassandraTable;
import io.silverback.kong.database.schema.CassandraType;
import io.silverback.kong.database.schema.PostgresColumn;
import io.silverback.kong.database.schema.PostgresTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Matches the columns of one table on the two sides. */
final class TableMatch {

    private static final String EXPIRY = "ttl";

    private final CassandraTable source;
    private final PostgresTable target;
    private final Facts facts;
    private final Map<String, ColumnConversion> conversions = new LinkedHashMap<>();
    private final Set<String> lost = new LinkedHashSet<>();
    private final List<SchemaFinding> findings = new ArrayList<>();

    TableMatch(CassandraTable source, PostgresTable target, Facts facts) {
        this.source = source;
        this.target = target;
        this.facts = facts;
        target.columns().values().forEach(this::match);
        source.columns().keySet().forEach(this::findLost);
    }

    TableConversion conversion() {
        return new TableConversion(source, target, facts.kind(target.name()), conversions, lost);
    }

    List<SchemaFinding> findings() {
        return findings;
    }

    private void match(PostgresColumn column) {
        CassandraType type = source.columns().get(column.name());
        if (type == null) {
            absent(column);
            return;
        }
        Optional<ColumnConversion> conversion = conversion(type, column);
        conversion.ifPresent(known -> conversions.put(column.name(), known));
        if (conversion.isEmpty()) {
            lost.add(column.name());
            report(
                    SchemaFinding.Kind.UNKNOWN_TYPE,
                    column.name(),
                    "Convert " + type + " to " + column.type() + " by hand, or skip the column.");
        }
    }

    private void absent(PostgresColumn column) {
        if (column.name().equals(EXPIRY) && column.type().startsWith("timestamp")) {
            conversions.put(column.name(), new ColumnConversion.Expiry());
        } else if (column.notNull() && !column.hasDefault()) {
            report(
                    SchemaFinding.Kind.MISSING_COLUMN,
                    column.name(),
                    "Bring both gateways to the same version and finish their migrations.");
        }
    }

    private void findLost(String column) {
        if (target.columns().containsKey(column)
                || facts.onlyOnCassandra().contains(qualified(column))) {
            return;
        }
        lost.add(column);
        report(
                SchemaFinding.Kind.UNKNOWN_COLUMN,
                column,
                "Add the column on PostgreSQL by the plugin's migration, or skip it.");
    }

    private Optional<ColumnConversion> conversion(CassandraType type, PostgresColumn column) {
        String name = qualified(column.name());
        if (column.name().equals("ws_id")) {
            return Optional.of(new ColumnConversion.WorkspaceId("ws_id"));
        }
        if (isText(type, column) && isCacheKey(column.name())) {
            return Optional.of(new ColumnConversion.CacheKey(column.name()));
        }
        if (isText(type, column) && (facts.prefixed().contains(name) || isUnknownUnique(column))) {
            return Optional.of(new ColumnConversion.Prefixed(column.name()));
        }
        return Types.between(type, column)
                .map(conversion -> new ColumnConversion.Plain(column.name(), conversion));
    }

    private static boolean isText(CassandraType type, PostgresColumn column) {
        return type.name().equals("text") && column.type().equals("text");
    }

    private boolean isCacheKey(String column) {
        return facts.cacheKeys().contains(qualified(column))
                || (column.equals("cache_key")
                        && source.hasWorkspaces()
                        && !facts.bare().contains(qualified(column)));
    }

    /** A unique field of a custom plugin's own table that belongs to a workspace. */
    private boolean isUnknownUnique(PostgresColumn column) {
        return source.hasWorkspaces()
                && target.isUnique(column.name())
                && !target.primaryKey().contains(column.name())
                && !facts.bare().contains(qualified(column.name()));
    }

    private String qualified(String column) {
        return target.name() + "." + column;
    }

    private void report(SchemaFinding.Kind kind, String column, String proposal) {
        findings.add(new SchemaFinding(kind, target.name(), column, proposal));
    }
}
