package io.silverback.kong.apply;

import io.silverback.kong.admin.AdminApi;
import io.silverback.kong.spill.Scratch;
import io.silverback.kong.state.DeclarativeState;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;

/** Reads a workspace as the dump does, spilling early. */
final class Steadily {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int FEW = 500;

    private Steadily() {}

    static DeclarativeState read(Vertx vertx, AdminApi api, String workspace) {
        try (Scratch scratch = Scratch.withMemory(FEW)) {
            return new GatewayReader(api, Clock.systemUTC(), 4)
                    .readSteadily(workspace, entity -> true, scratch, vertx)
                    .await()
                    .atMost(LIMIT)
                    .load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
