package io.silverback.sync.gateway;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.apply.WriteLimit;
import io.silverback.sync.syncing.Ceilings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How many writes each gateway bears at once; one limit for all that is synced to it. */
@ApplicationScoped
class WriteLimits {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Map<String, WriteLimit> limits = new ConcurrentHashMap<>();
    private final Ceilings ceilings;

    WriteLimits(Ceilings ceilings) {
        this.ceilings = ceilings;
    }

    /** The limit of one gateway, at first as many as there are connections to it. */
    WriteLimit of(AdminApi gateway) {
        return limits.computeIfAbsent(
                gateway.gateway(), ignored -> new WriteLimit(gateway.connections()));
    }

    /** Writes, under the ceiling that people set, which may change meanwhile. */
    <T> Uni<T> during(AdminApi gateway, Uni<T> writing) {
        Multi<Optional<T>> looks =
                Multi.createFrom()
                        .ticks()
                        .every(BETWEEN_LOOKS)
                        .onOverflow()
                        .drop()
                        .onItem()
                        .transformToUniAndConcatenate(tick -> look(gateway))
                        .onItem()
                        .transformToMultiAndConcatenate(ignored -> Multi.createFrom().empty());
        Uni<Optional<T>> written = look(gateway).chain(() -> writing).map(Optional::of);
        return Multi.createBy()
                .merging()
                .streams(written.toMulti(), looks)
                .toUni()
                .map(Optional::orElseThrow);
    }

    private Uni<Void> look(AdminApi gateway) {
        return ceilings.of(gateway.gateway())
                .invoke(set -> set.ifPresent(of(gateway)::setCeiling))
                .replaceWithVoid();
    }
}
