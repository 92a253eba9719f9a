package io.silverback.traffic.router;

import java.util.List;

/** The registered routers. */
public interface Routers {

    /**
     * The router of that name.
     *
     * @throws RouterRefusedException when none is registered under it
     */
    TrafficRouter named(String name);

    /** The names of all, in the registry's order. */
    List<String> names();
}
