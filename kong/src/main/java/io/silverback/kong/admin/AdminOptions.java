package io.silverback.kong.admin;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one gateway's Admin API is reached.
 *
 * @param gateway its name, for messages
 * @param urls tried in turn; each may carry a path prefix
 * @param token {@code Kong-Admin-Token}
 * @param httpProxy an HTTP proxy, CONNECT for https
 * @param connections kept alive, at most 64
 * @param pageSize rows a page, at most 1000
 */
public record AdminOptions(
        String gateway,
        List<URI> urls,
        @Nullable String token,
        @Nullable AdminTls tls,
        @Nullable URI httpProxy,
        Duration connectTimeout,
        Duration requestTimeout,
        int connections,
        int pageSize,
        Retries retries) {

    /**
     * How often and after what pause a request is sent again that may be.
     *
     * @param atMost further attempts
     */
    public record Retries(int atMost, Duration firstPause, Duration longestPause) {}

    public AdminOptions {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("Gateway " + gateway + " has no admin URL");
        }
        if (connections < 1 || connections > 64 || pageSize < 1 || pageSize > 1000) {
            throw new IllegalArgumentException("1 to 64 connections, 1 to 1000 rows a page");
        }
    }

    /** A gateway at these addresses, with sane limits. */
    public static AdminOptions of(String gateway, List<URI> urls) {
        return new AdminOptions(
                gateway,
                urls,
                null,
                null,
                null,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                16,
                1000,
                new Retries(5, Duration.ofMillis(100), Duration.ofSeconds(3)));
    }

    /** With a token. */
    public AdminOptions withToken(@Nullable String changed) {
        return new AdminOptions(
                gateway,
                urls,
                changed,
                tls,
                httpProxy,
                connectTimeout,
                requestTimeout,
                connections,
                pageSize,
                retries);
    }

    /** With TLS settings. */
    public AdminOptions withTls(@Nullable AdminTls changed) {
        return new AdminOptions(
                gateway,
                urls,
                token,
                changed,
                httpProxy,
                connectTimeout,
                requestTimeout,
                connections,
                pageSize,
                retries);
    }

    /** Through an HTTP proxy. */
    public AdminOptions withHttpProxy(@Nullable URI changed) {
        return new AdminOptions(
                gateway,
                urls,
                token,
                tls,
                changed,
                connectTimeout,
                requestTimeout,
                connections,
                pageSize,
                retries);
    }

    /** With other time limits. */
    public AdminOptions withTimeouts(Duration connect, Duration request) {
        return new AdminOptions(
                gateway,
                urls,
                token,
                tls,
                httpProxy,
                connect,
                request,
                connections,
                pageSize,
                retries);
    }

    /** With another number of connections. */
    public AdminOptions withConnections(int changed) {
        return new AdminOptions(
                gateway,
                urls,
                token,
                tls,
                httpProxy,
                connectTimeout,
                requestTimeout,
                changed,
                pageSize,
                retries);
    }

    /** With another page size. */
    public AdminOptions withPageSize(int changed) {
        return new AdminOptions(
                gateway,
                urls,
                token,
                tls,
                httpProxy,
                connectTimeout,
                requestTimeout,
                connections,
                changed,
                retries);
    }

    /** With other retries. */
    public AdminOptions withRetries(Retries changed) {
        return new AdminOptions(
                gateway,
                urls,
                token,
                tls,
                httpProxy,
                connectTimeout,
                requestTimeout,
                connections,
                pageSize,
                changed);
    }

    @Override
    public String toString() {
        return "Admin API of " + gateway + " at " + urls;
    }
}
