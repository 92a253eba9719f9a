package io.silverback.sync.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.messaging.Lease;
import io.silverback.messaging.event.EventJson;
import io.silverback.sync.syncing.Journal;
import io.silverback.sync.syncing.Noted;
import io.silverback.sync.syncing.Write;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The journal in PostgreSQL: a thousand writes for each statement and commit. */
@ApplicationScoped
class StoredJournal implements Journal {

    private static final int BATCH = 1_000;

    private static final String NOTE =
            """
            insert into journal
                (migration_id, generation, operation, entity_type, entity_id, path, replaced)
            select :migration, :generation, operation, entity_type, entity_id, path,
                case when operation = 'CREATE' then null else nullif(:replaced, '') end
            from rows from (json_to_recordset(cast(cast(:writes as text) as json)) as
                    (operation text, "entityType" text, "entityId" text, path text))
                with ordinality as noted (operation, entity_type, entity_id, path, position)
            order by position
            on conflict do nothing
            """;

    private static final String ALL_OF =
            "from JournalRow where migrationId = :migration and generation = :generation"
                    + " order by sequence";

    private static final String ALL =
            "from JournalRow where migrationId = :migration order by sequence";

    private final ObjectMapper json = EventJson.mapper();

    @Override
    public Uni<Void> note(
            Lease lease,
            String migrationId,
            long generation,
            List<Write> writes,
            Optional<String> replaced) {
        return Multi.createFrom()
                .iterable(batches(writes))
                .onItem()
                .transformToUniAndConcatenate(
                        batch ->
                                lease.inTransaction(
                                        session ->
                                                noting(session, migrationId, generation, batch)
                                                        .setParameter(
                                                                "replaced", replaced.orElse(""))
                                                        .executeUpdate()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Write>> of(Lease lease, String migrationId, long generation) {
        return lease.inTransaction(
                session ->
                        session.createSelectionQuery(ALL_OF, JournalRow.class)
                                .setParameter("migration", migrationId)
                                .setParameter("generation", generation)
                                .getResultList()
                                .map(StoredJournal::writes));
    }

    @Override
    public Uni<List<Noted>> all(Lease lease, String migrationId) {
        return lease.inTransaction(
                session ->
                        session.createSelectionQuery(ALL, JournalRow.class)
                                .setParameter("migration", migrationId)
                                .getResultList()
                                .map(rows -> rows.stream().map(JournalRow::noted).toList()));
    }

    private Mutiny.Query<?> noting(
            Mutiny.Session session, String migrationId, long generation, List<Write> batch) {
        return session.createNativeQuery(NOTE)
                .setParameter("migration", migrationId)
                .setParameter("generation", generation)
                .setParameter("writes", write(batch));
    }

    private String write(List<Write> batch) {
        try {
            return json.writeValueAsString(batch);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that JSON cannot hold", e);
        }
    }

    private static List<List<Write>> batches(List<Write> writes) {
        List<List<Write>> batches = new ArrayList<>();
        for (int from = 0; from < writes.size(); from += BATCH) {
            batches.add(writes.subList(from, Math.min(from + BATCH, writes.size())));
        }
        return batches;
    }

    private static List<Write> writes(List<JournalRow> rows) {
        return rows.stream().map(JournalRow::write).toList();
    }
}
