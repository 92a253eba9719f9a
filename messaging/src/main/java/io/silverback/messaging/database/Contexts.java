package io.silverback.messaging.database;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.silverback.messaging.event.TraceContext;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.Objects;
import java.util.concurrent.Executor;

/** Event loop contexts. A reactive session belongs to one; two flows must never share one. */
public final class Contexts {

    private Contexts() {}

    /** A context of its own on an event loop, with the trace of the caller's. */
    public static Context fresh(Vertx vertx) {
        String trace = TraceContext.current();
        Context context =
                Objects.requireNonNull(VertxContext.createNewDuplicatedContext(eventLoop(vertx)));
        VertxContextSafetyToggle.setContextSafe(context, true);
        TraceContext.put(context, trace);
        return context;
    }

    /** Runs on {@code context}; at once where the caller is on it already. */
    public static Executor executor(Context context) {
        return command -> {
            if (Vertx.currentContext() == context) {
                command.run();
            } else {
                context.runOnContext(ignored -> command.run());
            }
        };
    }

    private static Context eventLoop(Vertx vertx) {
        Context current = Vertx.currentContext();
        if (current != null && current.isEventLoopContext() && Context.isOnEventLoopThread()) {
            return VertxContext.getRootContext(current);
        }
        return ((VertxInternal) vertx).createEventLoopContext();
    }
}
