package io.silverback.console.storage;

import io.silverback.console.gates.Vote;
import io.silverback.contracts.GoNoGo;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One person's go as it is kept. */
@Entity(name = "Vote")
@Immutable
@Table(name = "vote")
@IdClass(VoteRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class VoteRow {

    /** What makes a vote one of its kind. */
    public record Key(String subjectId, String gate, int step, String evidenceHash, String saidBy)
            implements Serializable {}

    @Id
    @Column(name = "subject_id")
    String subjectId;

    @Id String gate;
    @Id int step;

    @Id
    @Column(name = "evidence_hash")
    String evidenceHash;

    @Id
    @Column(name = "said_by")
    String saidBy;

    @Column(name = "said_at")
    Instant saidAt;

    Vote vote() {
        return new Vote(subjectId, GoNoGo.Gate.valueOf(gate), step, evidenceHash, saidBy, saidAt);
    }
}
