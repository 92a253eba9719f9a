package io.silverback.traffic.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One row of {@code migration}. */
@Entity
@Table(name = "migration")
class MigrationEntity {

    @Id String id;
    @Column long generation;
    @Column boolean passed;
    @Column String facts;
    @Column boolean ended;

    static MigrationEntity unknown(String id) {
        MigrationEntity row = new MigrationEntity();
        row.id = id;
        row.facts = "";
        return row;
    }
}
