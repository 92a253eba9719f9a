package io.silverback.registry;

import java.net.URI;
import java.util.Optional;

/** A place where traffic is split between a blue and a green gateway. */
public sealed interface Router {

    /** Its name in the registry. */
    String name();

    /** Name of the gateway that gets what green doesn't. */
    String blue();

    /** Name of the gateway whose weight is set. */
    String green();

    /** Silverback's own reverse proxy, steered over its admin port. */
    record Edge(String name, URI url, Optional<SecretReference> token, String blue, String green)
            implements Router {}
}
