package io.silverback.edge.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one edge is set up. Keys and defaults stand in {@code defaults.yaml}.
 *
 * @param name the router's name
 * @param stopGrace how long open requests may take after a termination signal
 */
public record Settings(
        String name,
        Listener proxy,
        Admin admin,
        Side blue,
        Side green,
        Sticky sticky,
        Upstream upstream,
        Events events,
        int eventLoops,
        Duration stopGrace) {

    public Settings {
        Checks.that(!name.isBlank(), "name must not be empty");
        Checks.that(eventLoops >= 1 && eventLoops <= 64, "eventLoops is between 1 and 64");
    }

    /** Where requests come in. */
    public record Listener(String host, int port, @Nullable Tls tls) {
        public Listener {
            Checks.port("proxy.port", port);
        }
    }

    /** PEM files for the proxy's own certificate. */
    public record Tls(Path certificate, Path key) {}

    /** The admin port and the token that opens it. */
    public record Admin(String host, int port, @JsonProperty(required = true) Secret token) {
        public Admin {
            Checks.port("admin.port", port);
        }
    }

    /** One colour: the gateway's registered name and where its proxies are. */
    public record Side(
            String gateway, @JsonProperty(required = true) List<URI> upstreams, @Nullable Path ca) {
        public Side {
            upstreams = List.copyOf(upstreams);
            Checks.that(!upstreams.isEmpty(), "each colour needs at least one upstream");
            upstreams.forEach(Checks::upstream);
        }
    }

    /** What keeps a client on its colour. */
    public record Sticky(By by, List<String> headers, String salt, String cookie) {
        public Sticky {
            headers = List.copyOf(headers);
        }
    }

    /** The kinds of stickiness. */
    public enum By {
        @JsonProperty("none")
        NONE,
        @JsonProperty("client")
        CLIENT,
        @JsonProperty("cookie")
        COOKIE
    }

    /** Time limits and the pool towards each colour. */
    public record Upstream(
            Duration connectTimeout,
            Duration responseTimeout,
            Duration keepAlive,
            int connections) {
        public Upstream {
            Checks.that(connections >= 1, "upstream.connections is at least 1");
            Checks.that(keepAlive.toSeconds() >= 1, "upstream.keepAlive is at least one second");
        }
    }

    /** Health events: where to, how often, how many are kept for a broker that is away. */
    public record Events(@Nullable String bootstrapServers, Duration window, int backlog) {
        public Events {
            Checks.that(window.toMillis() >= 20, "events.window is at least 20ms");
            Checks.that(backlog >= 2, "events.backlog is at least 2");
        }
    }
}
