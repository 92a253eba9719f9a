package io.silverback.edge.routing;

import java.util.Optional;

/** What stickiness may ask about the request that is being routed. */
public interface Caller {

    /** The first value of the header {@code name}. */
    Optional<String> header(String name);

    /** The value of the cookie {@code name}. */
    Optional<String> cookie(String name);

    /** The address the connection comes from. */
    String remoteAddress();
}
