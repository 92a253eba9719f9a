package io.silverback.console.storage;

import io.silverback.console.gates.Vote;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who said go; nobody counts twice. */
@ApplicationScoped
public class VoteStore {
    private static final String INSERT =
            "insert into vote (subject_id, gate, step, evidence_hash, said_by, said_at) values"
                    + " (:subject, :gate, :step, :hash, :by, cast(:at as timestamptz))"
                    + " on conflict do nothing";

    /** Counts the vote, once for each person and evidence. */
    public Uni<Void> add(Mutiny.Session session, Vote vote) {
        return session.createNativeQuery(INSERT)
                .setParameter("subject", vote.subjectId())
                .setParameter("gate", vote.gate().name())
                .setParameter("step", vote.step())
                .setParameter("hash", vote.evidenceHash())
                .setParameter("by", vote.by())
                .setParameter("at", vote.at().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Every vote, the oldest first. */
    public Uni<List<Vote>> all(Mutiny.Session session) {
        return session.createQuery("from Vote order by saidAt", VoteRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(VoteRow::vote).toList());
    }
}
