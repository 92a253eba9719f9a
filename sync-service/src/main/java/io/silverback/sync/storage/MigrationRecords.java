package io.silverback.sync.storage;

import io.silverback.messaging.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Migrations for reading, newest first. */
@ApplicationScoped
public class MigrationRecords {

    private static final int MOST = 1_000;

    private final Transactions transactions;
    private final Rows rows;

    MigrationRecords(Transactions transactions, Rows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** The newest thousand. */
    public Uni<List<MigrationRecord>> list() {
        return transactions.run(
                session ->
                        session.createSelectionQuery(
                                        "from MigrationRow order by requestedAt desc, id",
                                        MigrationRow.class)
                                .setMaxResults(MOST)
                                .getResultList()
                                .map(found -> found.stream().map(this::record).toList()));
    }

    /** The one with {@code id}. */
    public Uni<Optional<MigrationRecord>> find(String id) {
        return transactions.run(
                session ->
                        session.find(MigrationRow.class, id)
                                .map(row -> Optional.ofNullable(row).map(this::record)));
    }

    private MigrationRecord record(MigrationRow row) {
        return new MigrationRecord(rows.toCase(row), row.requestedAt, row.changedAt);
    }
}
