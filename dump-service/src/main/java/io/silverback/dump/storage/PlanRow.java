package io.silverback.dump.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One plan; its row is locked by whoever changes anything of the plan. */
@Entity
@Table(name = "plan")
class PlanRow {

    @Id String id;

    @Column(name = "estate_migration_id", nullable = false)
    String estateMigrationId;

    /** JSON array of migration ids. */
    @Column(nullable = false)
    String planned;

    /** JSON. */
    @Column(nullable = false)
    String gate;

    protected PlanRow() {}
}
