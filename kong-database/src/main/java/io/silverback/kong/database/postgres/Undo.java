package io.silverback.kong.database.postgres;

import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.kong.database.schema.PostgresTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Takes a load back in one transaction, with those that continued it: rows it brought go, rows it
 * replaced or removed return. Once more does nothing. Blocks.
 */
public final class Undo {

    private final Connection connection;
    private final PostgresSchema schema;

    /** An undo on a connection of its own, whose current schema is Kong's. */
    public Undo(Connection connection, PostgresSchema schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /**
     * Whether there was anything to take back. A green that no load ever came to is not touched.
     */
    public boolean undo(UUID load) throws SQLException {
        return Journal.isIn(connection) && takeBack(load);
    }

    private boolean takeBack(UUID load) throws SQLException {
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            Journal journal = new Journal(connection);
            journal.create();
            journal.begin();
            boolean loaded = journal.loaded(load).isPresent();
            if (loaded) {
                for (UUID part : journal.parts(load)) {
                    takeBack(journal, part);
                }
                takeBack(journal, load);
            }
            connection.commit();
            committed = true;
            return loaded;
        } finally {
            if (!committed) {
                connection.rollback();
            }
        }
    }

    private void takeBack(Journal journal, UUID load) throws SQLException {
        List<PostgresTable> tables = schema.inOrderOfReference();
        for (int i = tables.size() - 1; i >= 0; i--) {
            journal.update(removal(new RowSql(tables.get(i)), load));
        }
        for (PostgresTable table : tables) {
            RowSql sql = new RowSql(table);
            if (journal.count(entries(sql, load, "count(*)", "before IS NOT NULL")) > 0) {
                restore(journal, sql, load);
            }
        }
        journal.undone(load);
    }

    private static void restore(Journal journal, RowSql sql, UUID load) throws SQLException {
        List<String> columns = List.copyOf(sql.table().columns().keySet());
        String before =
                "(SELECT r.* FROM "
                        + Journal.ENTRIES
                        + " j, jsonb_populate_record(NULL::"
                        + sql.name()
                        + ", j.before) r WHERE j.load = '"
                        + load
                        + "' AND j.relation = "
                        + Sql.literal(sql.table().name())
                        + " AND j.before IS NOT NULL)";
        for (String free : sql.freeing(columns, before)) {
            journal.update(free);
        }
        journal.update(sql.upsert(columns, before));
    }

    private static String removal(RowSql sql, UUID load) {
        String keys = entries(sql, load, "unnest(brought) AS k", "brought IS NOT NULL");
        List<String> key = sql.table().primaryKey();
        if (key.size() == 1) {
            String type = sql.table().column(key.get(0)).type();
            return "DELETE FROM "
                    + sql.name()
                    + " t USING ("
                    + keys
                    + ") b WHERE "
                    + RowSql.column("t", key.get(0))
                    + " = b.k::"
                    + type;
        }
        return key.isEmpty()
                ? "DELETE FROM " + sql.name() + " WHERE false"
                : "DELETE FROM "
                        + sql.name()
                        + " t USING ("
                        + keys
                        + ") b WHERE "
                        + sql.key("t")
                        + " = b.k";
    }

    private static String entries(RowSql sql, UUID load, String what, String condition) {
        return "SELECT "
                + what
                + " FROM "
                + Journal.ENTRIES
                + " WHERE load = '"
                + load
                + "' AND relation = "
                + Sql.literal(sql.table().name())
                + " AND "
                + condition;
    }
}
