package io.silverback.simulator.proxy;

import java.util.function.Consumer;

/** What stands behind the services. */
@FunctionalInterface
public interface Upstream {
    /** Sends a call whose target is chosen; hands over exactly one answer, on any thread. */
    void send(UpstreamCall call, Consumer<Answer> taker);
}
