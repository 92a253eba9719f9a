package io.silverback.traffic.storage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;

/** One row of {@code cutover}. */
@Entity
@Table(name = "cutover")
class CutoverEntity {

    @Id String id;

    @Column String name;

    @Column(name = "plan_id")
    String planId;

    @Column String state;
    @Column BigDecimal weight;
    @Column boolean ended;
    @Column String request;
    @Column String canary;
    @Column String generations;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version @Column long version;
}
