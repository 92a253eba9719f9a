package io.silverback.messaging.database;

import io.silverback.messaging.event.TraceContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts what no request or record starts: the one place that subscribes. */
@ApplicationScoped
public class Background {
    private static final Logger LOG = Logger.getLogger(Background.class);

    private final Vertx vertx;

    /** Work on the event loops of {@code vertx}. */
    public Background(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Runs {@code work} on a context of its own; a failure that reaches here is logged. */
    public Cancellable start(String name, Supplier<Uni<Void>> work) {
        return start(name, null, work);
    }

    /** The same as part of the trace {@code traceparent}. */
    public Cancellable start(String name, @Nullable String traceparent, Supplier<Uni<Void>> work) {
        Context context = Contexts.fresh(vertx);
        TraceContext.put(context, traceparent);
        return Uni.createFrom()
                .<Void>deferred(work::get)
                .runSubscriptionOn(Contexts.executor(context))
                .subscribe()
                .with(ignored -> {}, cause -> LOG.warnf(cause, "%s failed", name));
    }
}
