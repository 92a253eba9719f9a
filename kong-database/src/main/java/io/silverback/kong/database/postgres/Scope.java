package io.silverback.kong.database.postgres;

import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.WorkspaceMap;
import io.silverback.kong.database.schema.PostgresTable;
import java.util.stream.Collectors;

/** Which rows of green a load is about. */
record Scope(Selection selection, WorkspaceMap workspaces) {

    /** A condition on rows {@code t} of the table. */
    String condition(PostgresTable table) {
        if (selection instanceof Selection.Workspaces selected) {
            return table.hasWorkspaces() ? "t.ws_id IN (" + targets(selected) + ")" : "false";
        }
        if (selection instanceof Selection.Estate) {
            return table.hasWorkspaces() ? "false" : "true";
        }
        return "true";
    }

    private String targets(Selection.Workspaces selected) {
        String ids =
                selected.ids().stream()
                        .flatMap(id -> workspaces.target(id).stream())
                        .map(id -> Sql.literal(id) + "::uuid")
                        .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "NULL" : ids;
    }
}
