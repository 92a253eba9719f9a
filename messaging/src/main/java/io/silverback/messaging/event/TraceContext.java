package io.silverback.messaging.event;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** W3C trace context of the flow that runs: what is published in it belongs to the same trace. */
public final class TraceContext {
    private static final String LOCAL = "silverback.traceparent";
    private static final SecureRandom RANDOM = new SecureRandom();

    private TraceContext() {}

    /** The traceparent of the present context, if it has one. */
    public static @Nullable String current() {
        Context context = Vertx.currentContext();
        return context == null || !VertxContext.isDuplicatedContext(context)
                ? null
                : context.<String>getLocal(LOCAL);
    }

    /** The present traceparent, or that of a new trace. */
    public static String currentOrNew() {
        String current = current();
        return current == null ? "00-" + hex(16) + "-" + hex(8) + "-01" : current;
    }

    /** What runs on {@code context} from now on belongs to {@code traceparent}. */
    public static void put(Context context, @Nullable String traceparent) {
        if (traceparent != null) {
            context.putLocal(LOCAL, traceparent);
        }
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
