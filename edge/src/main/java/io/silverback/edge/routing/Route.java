package io.silverback.edge.routing;

import java.util.Optional;

/**
 * Where one request goes.
 *
 * @param newCookie the value of a stickiness cookie that the answer has to set
 */
public record Route(Colour colour, Optional<String> newCookie) {

    static Route to(Colour colour) {
        return new Route(colour, Optional.empty());
    }
}
