package io.silverback.sync.carrying;

import io.silverback.messaging.Lease;
import io.silverback.sync.carrying.RuntimeRows.Member;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Up to when each migration's runtime rows have been carried; outlives the process. */
public interface CarriedUpTo {

    /** By migration; none for one of which nothing was carried since its newest load. */
    Uni<Map<String, Instant>> of(Lease lease, List<Member> members);

    /** Notes that the members' rows have been carried up to {@code moment}. */
    Uni<Void> note(Lease lease, List<Member> members, Instant moment);
}
