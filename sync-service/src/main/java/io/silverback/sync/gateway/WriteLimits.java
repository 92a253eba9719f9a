package io.silverback.sync.gateway;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.apply.WriteLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many writes each gateway bears at once; one limit for all that is synced to it. */
@ApplicationScoped
class WriteLimits {

    private final Map<String, WriteLimit> limits = new ConcurrentHashMap<>();

    /** The limit of one gateway, at first as many as there are connections to it. */
    WriteLimit of(AdminApi gateway) {
        return limits.computeIfAbsent(
                gateway.gateway(), ignored -> new WriteLimit(gateway.connections()));
    }
}
