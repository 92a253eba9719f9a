package io.silverback.kong.database.conversion;

import io.silverback.kong.database.row.SourceRow;
import io.silverback.kong.database.schema.CassandraTable;
import java.util.Set;

/** Which rows of a snapshot a load takes. */
public sealed interface Selection {

    /** Whether it takes rows of the table at all. */
    boolean takes(CassandraTable table);

    /** Whether it takes the row of a table that it {@link #takes}. */
    boolean takes(SourceRow row);

    /** The rows of some workspaces, by blue's ids. */
    record Workspaces(Set<String> ids) implements Selection {
        @Override
        public boolean takes(CassandraTable table) {
            return table.hasWorkspaces();
        }

        @Override
        public boolean takes(SourceRow row) {
            String workspace = row.text("ws_id");
            return workspace != null && ids.contains(workspace);
        }
    }

    /** The rows of no workspace: CA certificates, sessions, ACME storage. */
    record Estate() implements Selection {
        @Override
        public boolean takes(CassandraTable table) {
            return !table.hasWorkspaces();
        }

        @Override
        public boolean takes(SourceRow row) {
            return true;
        }
    }

    /** All rows, also those whose workspace is unknown. */
    record Everything() implements Selection {
        @Override
        public boolean takes(CassandraTable table) {
            return true;
        }

        @Override
        public boolean takes(SourceRow row) {
            return true;
        }
    }
}
