package io.silverback.quickstart.estate;

/** How many entities of each type one of the demo's workspaces has. */
record WorkspaceSize(
        String name,
        String host,
        int services,
        int routes,
        int consumers,
        int keys,
        int passwords,
        int upstreams,
        int targets) {

    /** Services from the first to this one ask for a key. */
    int guardedServices() {
        return services / 2;
    }
}
