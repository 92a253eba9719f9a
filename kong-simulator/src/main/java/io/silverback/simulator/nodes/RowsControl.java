package io.silverback.simulator.nodes;

import io.silverback.simulator.faults.Extension;
import io.silverback.simulator.schema.Document;
import io.silverback.simulator.schema.EntityType;
import io.silverback.simulator.schema.Json;
import io.silverback.simulator.store.Database;
import io.silverback.simulator.store.Row;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code PUT /__simulator/rows/ENTITY} and {@code DELETE /__simulator/rows/ENTITY/ID}: a row comes
 * or goes as by SQL. No schema is asked and no node is told. {@code ws_id} is the default workspace
 * where it is left out.
 */
public final class RowsControl implements Extension {
    private final Database database;

    /** Writes into a database itself. */
    public RowsControl(Database database) {
        this.database = database;
    }

    @Override
    public @Nullable Object answer(String method, List<String> path, byte[] body) {
        EntityType type =
                path.size() > 1 && path.get(0).equals("rows")
                        ? database.catalogue().find(path.get(1))
                        : null;
        if (type == null) {
            return null;
        }
        if (method.equals("DELETE") && path.size() == 3) {
            return removed(type, path.get(2));
        }
        Map<?, ?> sent = Json.object(body);
        return method.equals("PUT") && path.size() == 2 && sent != null
                ? put(type, Document.of(sent))
                : null;
    }

    private @Nullable Document removed(EntityType type, String id) {
        Row row = database.anywhere(type.name(), id);
        if (row == null) {
            return null;
        }
        database.remove(type, row.workspace(), id);
        return row.document();
    }

    private Document put(EntityType type, Document row) {
        Object workspace = row.remove("ws_id");
        String id = String.valueOf(row.get("id"));
        database.put(
                type,
                new Row(
                        id,
                        workspace == null ? defaultWorkspace() : String.valueOf(workspace),
                        row,
                        Row.NEVER));
        return row;
    }

    private String defaultWorkspace() {
        Row row = database.table("workspaces", "").find("name", "default");
        return row == null ? "" : row.id();
    }
}
