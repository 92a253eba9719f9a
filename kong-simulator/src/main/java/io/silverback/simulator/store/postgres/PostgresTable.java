package io.silverback.simulator.store.postgres;

import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.store.Row;
import io.silverback.simulator.store.Table;
import io.silverback.simulator.store.postgres.Statements.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of one entity in one workspace, read anew each time. */
record PostgresTable(Statements statements, String workspace) implements Table {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public EntityType type() {
        return statements.mapping().type();
    }

    @Override
    public @Nullable Row get(String id) {
        return isUuid(id) ? first(within(new Condition("id", id))) : null;
    }

    static boolean isUuid(String id) {
        return UUID.matcher(id).matches();
    }

    @Override
    public @Nullable Row find(String fields, Object value) {
        List<Condition> conditions = within();
        List<?> values = value instanceof List<?> list ? list : List.of(value);
        String[] names = fields.split(",");
        for (int i = 0; i < names.length; i++) {
            Object one = values.get(i);
            conditions.add(
                    new Condition(
                            statements.mapping().column(names[i]),
                            one == null ? null : String.valueOf(one)));
        }
        return first(conditions);
    }

    private @Nullable Row first(List<Condition> conditions) {
        List<Row> rows = statements.select(conditions, " LIMIT 1");
        return rows.isEmpty() ? null : rows.get(0);
    }

    @Override
    public NavigableMap<String, Row> rows() {
        return byId(statements.select(within(), ""));
    }

    @Override
    public NavigableMap<String, Row> childrenOf(String field, String parent) {
        Condition condition = new Condition(statements.mapping().column(field), parent);
        return byId(statements.select(within(condition), ""));
    }

    private static NavigableMap<String, Row> byId(List<Row> rows) {
        NavigableMap<String, Row> byId = new TreeMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        return byId;
    }

    private List<Condition> within(Condition... conditions) {
        List<Condition> all = new ArrayList<>(List.of(conditions));
        if (statements.mapping().hasWorkspace()) {
            all.add(new Condition("ws_id", workspace));
        }
        return all;
    }
}
