package io.silverback.kong.database.postgres;

import io.silverback.kong.database.conversion.WorkspaceMap;
import io.silverback.kong.database.row.RowSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Workspaces of blue and green, which are the same when their names are. */
public final class WorkspaceNames {

    private WorkspaceNames() {}

    /** Blue's ids by name. */
    public static Map<String, String> of(RowSource blue) throws IOException {
        Map<String, String> ids = new TreeMap<>();
        blue.read(
                "workspaces",
                row -> {
                    String name = row.text("name");
                    String id = row.text("id");
                    if (name != null && id != null) {
                        ids.put(name, id);
                    }
                });
        return ids;
    }

    /** Blue's ids to green's, for every name that both have. */
    public static WorkspaceMap map(Map<String, String> blue, Connection green) throws SQLException {
        Map<String, String> ids = new HashMap<>();
        try (Statement statement = green.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, id FROM workspaces")) {
            while (rows.next()) {
                String source = blue.get(rows.getString(1));
                if (source != null) {
                    ids.put(source, rows.getString(2));
                }
            }
        }
        return new WorkspaceMap(ids);
    }
}
