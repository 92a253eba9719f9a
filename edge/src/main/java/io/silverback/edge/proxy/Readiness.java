package io.silverback.edge.proxy;

/** Whether the edge takes requests, or is on its way out. */
public final class Readiness {

    private volatile boolean listening;
    private volatile boolean stopping;

    /** The proxy port is open. */
    public void listening() {
        listening = true;
    }

    /** New requests should go elsewhere. */
    public void stopping() {
        stopping = true;
    }

    /** Whether a load balancer may send requests. */
    public boolean isReady() {
        return listening && !stopping;
    }

    /** Whether the edge is on its way out. */
    public boolean isStopping() {
        return stopping;
    }
}
