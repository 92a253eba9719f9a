package io.silverback.kong.database.postgres;

import io.silverback.kong.database.check.Skips;
import io.silverback.kong.database.conversion.Conversion;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.schema.PostgresSchema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Loads rows into green by COPY, in one transaction, foreign keys and triggers on: all of them or,
 * after any failure or crash, none. Blocks.
 */
public final class Loader {

    private final Connection connection;
    private final PostgresSchema schema;

    /**
     * A loader on a connection of its own, whose current schema is Kong's.
     *
     * @param schema green's tables
     */
    public Loader(Connection connection, PostgresSchema schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /**
     * Loads the selected rows but for those to skip. The same load again does nothing.
     *
     * @throws LoadRefusedException when green's own rows are in the way; nothing was changed
     */
    public LoadReport load(
            Conversion conversion, RowSource source, Skips skips, LoadRequest request)
            throws SQLException, IOException, LoadRefusedException {
        connection.setAutoCommit(false);
        boolean committed = false;
        try {
            Journal journal = new Journal(connection);
            journal.create();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            journal.begin();
            Optional<LoadReport> before = journal.loaded(request.load());
            LoadReport report =
                    before.isPresent()
                            ? before.get()
                            : new LoadRun(connection, schema, journal, request)
                                    .run(conversion, source, skips);
            connection.commit();
            committed = true;
            return report;
        } finally {
            if (!committed) {
                connection.rollback();
            }
        }
    }
}
