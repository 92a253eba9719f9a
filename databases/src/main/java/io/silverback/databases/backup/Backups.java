package io.silverback.databases.backup;

import io.silverback.artefacts.ArtefactException;
import io.silverback.artefacts.ArtefactStore;
import io.silverback.databases.Databases;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Backups of the databases under registered gateways. Blocks: on worker threads only. */
public final class Backups {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final ArtefactStore store;
    private final Databases databases;
    private final Receipts receipts;

    /** Backups in a store, which is several where it is a redundant one. */
    public Backups(ArtefactStore store, Databases databases) {
        this.store = store;
        this.databases = databases;
        this.receipts = new Receipts(store);
    }

    /**
     * Takes one: a keyspace range by range, a PostgreSQL schema in one REPEATABLE READ snapshot.
     *
     * @param kongVersion as the gateway says, or {@link Backup#UNKNOWN_VERSION}
     */
    public Backup create(String gateway, String kongVersion) throws IOException, SQLException {
        String owner =
                DAY.format(Instant.now()) + "-" + UUID.randomUUID().toString().substring(0, 8);
        return new Taking(store, databases).take(owner, gateway, kongVersion, () -> true);
    }

    /**
     * Takes one of what a gateway has before a plan writes its first row; once for the plan, so
     * that a later attempt does not take what an earlier one has written.
     *
     * @param mayWrite whether this is still the only attempt
     */
    public void createBefore(
            String plan, String gateway, String kongVersion, BooleanSupplier mayWrite)
            throws IOException, SQLException {
        String owner = ownerBefore(plan);
        if (!receipts.has(owner)) {
            new Taking(store, databases).take(owner, gateway, kongVersion, mayWrite);
        }
    }

    /** Who owns the backup that was taken before a plan wrote. */
    public static String ownerBefore(String plan) {
        return plan + "-before";
    }

    /** All of them. */
    public Listing list() throws ArtefactException {
        return receipts.list();
    }

    /** Reads each store's copy of all of a backup. */
    public BackupCheck verify(String id) throws ArtefactException {
        return new Verification(store, receipts).of(receipts.get(id));
    }

    /**
     * Brings a backup back: a keyspace into an empty one, PostgreSQL's rows in place of those that
     * are there. All parts are read before anything is written.
     *
     * @param version of the gateway by now, or {@link Backup#UNKNOWN_VERSION}
     * @return how many rows
     */
    public long restore(String id, String gateway, String version) throws SQLException {
        return new Restoration(store, databases).of(receipts.get(id), gateway, version);
    }

    /**
     * Removes those that are old, except what {@code live} plans use and the newest of each gateway
     * that can be restored: it is read back before anything is removed.
     *
     * @return what was removed
     */
    public List<Backup> expire(Retention retention, Set<String> live, Instant now)
            throws ArtefactException {
        return new Expiry(store, receipts).remove(retention, live, now);
    }
}
