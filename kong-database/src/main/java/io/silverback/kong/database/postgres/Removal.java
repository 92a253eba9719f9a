package io.silverback.kong.database.postgres;

import io.silverback.kong.database.schema.ForeignKey;
import io.silverback.kong.database.schema.PostgresSchema;
import io.silverback.kong.database.schema.PostgresTable;
import java.sql.SQLException;
import java.util.UUID;

/** Removes rows of green with all that refers to them; each is kept in the journal first. */
final class Removal {

    private final PostgresSchema schema;
    private final Journal journal;
    private final UUID load;

    Removal(PostgresSchema schema, Journal journal, UUID load) {
        this.schema = schema;
        this.journal = journal;
        this.load = load;
    }

    /** Removes the rows {@code t} that the condition chooses; how many, without those below. */
    long remove(PostgresTable table, String condition) throws SQLException {
        RowSql sql = new RowSql(table);
        String chosen = "FROM " + sql.name() + " t WHERE " + condition;
        if (journal.count("SELECT count(*) FROM (SELECT 1 " + chosen + " LIMIT 1) q") == 0) {
            return 0;
        }
        for (PostgresTable child : schema.tables().values()) {
            for (ForeignKey key : child.foreignKeys()) {
                if (key.referenced().equals(table.name()) && !child.equals(table)) {
                    remove(child, below(key, chosen));
                }
            }
        }
        journal.before(load, sql, chosen);
        return journal.update("DELETE " + chosen);
    }

    private static String below(ForeignKey key, String parents) {
        return "("
                + RowSql.columns("t", key.columns())
                + ") IN (SELECT "
                + RowSql.columns("t", key.referencedColumns())
                + " "
                + parents
                + ")";
    }
}
