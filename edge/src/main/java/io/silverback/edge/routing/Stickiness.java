package io.silverback.edge.routing;

import java.util.List;
import java.util.Optional;

/**
 * Which bucket a request falls into. Buckets below green's share are green's, so whoever is on
 * green at 5 % is there at 10 % too.
 */
public sealed interface Stickiness {

    /** The route of a request from {@code caller} while green has {@code share}. */
    Route route(Caller caller, Share share);

    /** Each request for itself. */
    record None(EvenSpread spread) implements Stickiness {
        @Override
        public Route route(Caller caller, Share share) {
            return Route.to(share.colourOf(spread.next()));
        }
    }

    /** By the first of {@code headers} that the client sends, else by its address. */
    record Client(List<String> headers, String salt) implements Stickiness {
        public Client {
            headers = List.copyOf(headers);
        }

        @Override
        public Route route(Caller caller, Share share) {
            return Route.to(share.colourOf(Identity.bucketOf(salt, identity(caller))));
        }

        private String identity(Caller caller) {
            for (String name : headers) {
                Optional<String> value = caller.header(name);
                if (value.isPresent()) {
                    return value.get();
                }
            }
            return caller.remoteAddress();
        }
    }

    /** By a cookie that carries the bucket; whoever brings none is given one. */
    record Cookie(String name, EvenSpread spread) implements Stickiness {
        @Override
        public Route route(Caller caller, Share share) {
            Optional<Integer> known = caller.cookie(name).flatMap(Cookie::bucket);
            if (known.isPresent()) {
                return Route.to(share.colourOf(known.get()));
            }
            int bucket = spread.next();
            return new Route(share.colourOf(bucket), Optional.of(Integer.toString(bucket)));
        }

        private static Optional<Integer> bucket(String value) {
            boolean digits =
                    !value.isEmpty()
                            && value.length() <= 4
                            && value.chars().allMatch(c -> c >= '0' && c <= '9');
            return digits ? Optional.of(Integer.valueOf(value)) : Optional.empty();
        }
    }
}
