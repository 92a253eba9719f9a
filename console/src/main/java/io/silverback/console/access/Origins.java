package io.silverback.console.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pure rules on where a request may come from. */
public final class Origins {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ACTOR = Pattern.compile("[A-Za-z0-9._@:-]{1,64}");
    private static final Pattern PORT = Pattern.compile(":\\d+$");

    private Origins() {}

    /** Whether {@code origin}, where a browser sent one, is the console's own page. */
    public static boolean isOwn(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            String authority = new URI(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * Whether {@code host} is what a client on this machine calls it: another name that leads to
     * loopback is a page elsewhere that has rebound its own.
     */
    public static boolean isLoopbackName(@Nullable String host) {
        return host != null && LOOPBACK.contains(PORT.matcher(host).replaceFirst(""));
    }

    /** Whether {@code actor} can be an opaque actor id. */
    public static boolean isActor(@Nullable String actor) {
        return actor != null && ACTOR.matcher(actor).matches();
    }
}
