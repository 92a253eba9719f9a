package io.silverback.verify.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.silverback.contracts.MigrationRequested;
import io.silverback.messaging.Transactions;
import io.silverback.messaging.event.EventJson;
import io.silverback.verify.report.Report;
import io.silverback.verify.verification.Verification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The verifications of all migrations. */
@ApplicationScoped
public class VerificationRecords {

    private static final int MOST = 1000;

    private final Transactions transactions;
    private final ObjectMapper json = EventJson.mapper();

    VerificationRecords(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Notes a migration; one that is known stays as it is. */
    public Uni<Void> add(Mutiny.Session session, MigrationRequested request) {
        return session.find(VerificationRow.class, request.migrationId())
                .chain(
                        known ->
                                known != null
                                        ? Uni.createFrom().voidItem()
                                        : session.persist(row(request)));
    }

    /** The verification of {@code migrationId}, locked for the caller's transaction. */
    public Uni<Optional<VerificationRecord>> lock(Mutiny.Session session, String migrationId) {
        return session.find(VerificationRow.class, migrationId, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(this::toRecord));
    }

    /** Migrations that one cutover moves. */
    public Uni<List<String>> ofCutover(Mutiny.Session session, String cutoverId) {
        return session.createSelectionQuery(
                        "select id from VerificationRow where cutoverId = :cutover order by id",
                        String.class)
                .setParameter("cutover", cutoverId)
                .getResultList();
    }

    /** The workspaces that a plan moves, {@code _estate} not among them. */
    public Uni<Set<String>> workspaces(String planId) {
        return transactions.run(
                session ->
                        session.createSelectionQuery(
                                        "select workspace from VerificationRow where planId = :plan"
                                                + " and workspace <> :estate",
                                        String.class)
                                .setParameter("plan", planId)
                                .setParameter("estate", MigrationRequested.ESTATE)
                                .getResultList()
                                .map(Set::copyOf));
    }

    /** Stores the next state, with the report where there is one. */
    public Uni<Void> save(
            Mutiny.Session session,
            String migrationId,
            Verification state,
            Optional<Report> report) {
        return session.find(VerificationRow.class, migrationId)
                .invoke(row -> update(row, state, report))
                .replaceWithVoid();
    }

    /** The newest thousand. */
    public Uni<List<VerificationRecord>> list() {
        return transactions.run(
                session ->
                        session.createSelectionQuery(
                                        "from VerificationRow order by changedAt desc, id",
                                        VerificationRow.class)
                                .setMaxResults(MOST)
                                .getResultList()
                                .map(rows -> rows.stream().map(this::toRecord).toList()));
    }

    /** The one of {@code migrationId}. */
    public Uni<Optional<VerificationRecord>> find(String migrationId) {
        return transactions.run(
                session ->
                        session.find(VerificationRow.class, migrationId)
                                .map(row -> Optional.ofNullable(row).map(this::toRecord)));
    }

    private VerificationRow row(MigrationRequested request) {
        VerificationRow row = new VerificationRow();
        row.id = request.migrationId();
        row.planId = request.planId();
        row.workspace = request.workspace();
        row.cutoverId = request.cutoverId();
        row.request = write(request);
        update(row, new Verification.Awaiting(), Optional.empty());
        return row;
    }

    private void update(VerificationRow row, Verification state, Optional<Report> report) {
        row.word = state.word();
        row.state = write(state);
        row.generation = state.generation();
        row.changedAt = Instant.now();
        report.ifPresent(found -> row.report = write(found));
    }

    private VerificationRecord toRecord(VerificationRow row) {
        return new VerificationRecord(
                read(row.request, MigrationRequested.class),
                read(row.state, Verification.class),
                readReport(row.report),
                row.changedAt);
    }

    private Optional<Report> readReport(@Nullable String report) {
        return Optional.ofNullable(report).map(text -> read(text, Report.class));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record that JSON cannot hold", impossible);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("a row that is not of this version", foreign);
        }
    }
}
