package io.silverback.sync.gateway;

import io.silverback.contracts.ConfigSynced.Attention;
import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.apply.EntityResult;
import io.silverback.kong.state.Entity;
import io.silverback.messaging.PermanentFailure;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Collectors;

/** Writes that a gateway did not take. */
record Refusals(String workspace, int writes, List<EntityResult> failed) {

    private static final int SHOWN = 5;

    /** What needs a person, each with Kong's own reason. */
    List<Attention> named() {
        return failed.stream().map(Refusals::attention).toList();
    }

    /**
     * Fails where there are any. A gateway that does not answer at all passes: it fails here, and
     * the work goes on later.
     */
    Uni<Void> failing(AdminApi api) {
        return failed.isEmpty()
                ? Uni.createFrom().voidItem()
                : api.atRoot().root().chain(() -> Uni.createFrom().failure(failure()));
    }

    private PermanentFailure failure() {
        String named =
                failed.stream()
                        .limit(SHOWN)
                        .map(one -> one.change().entity().label() + ": " + one.reason())
                        .collect(Collectors.joining("; "));
        int more = Math.max(0, failed.size() - SHOWN);
        return new PermanentFailure(
                "%d of %d writes of workspace %s failed: %s%s"
                        .formatted(
                                failed.size(),
                                writes,
                                workspace,
                                named,
                                more == 0 ? "" : "; and " + more + " more"));
    }

    private static Attention attention(EntityResult one) {
        Entity entity = one.change().entity();
        return new Attention(entity.type(), List.of(entity.label()), String.valueOf(one.reason()));
    }
}
