package io.silverback.kong.admin;

import java.net.URI;

/** What went wrong between us and an Admin API, in one sentence without secrets. */
public final class AdminApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Kinds of what goes wrong. */
    public enum Fault {
        /** No connection, or it broke. */
        UNREACHABLE,
        /** No answer in time. */
        TIMED_OUT,
        /** 429, or a 5xx. */
        OVERLOADED,
        /** 401. */
        UNAUTHORIZED,
        /** 403: no right, never "empty". */
        FORBIDDEN,
        /** 404 where there should be something. */
        NOT_FOUND,
        /** 400, 409, 415: Kong refuses the entity. */
        REFUSED,
        /** HTML or other text. */
        NOT_JSON,
        /** JSON that ends in the middle. */
        HALF_PAGE,
        /** A page that was read before. */
        REPEATED_PAGE;

        /** Whether the same request may succeed later. */
        public boolean passes() {
            return this == UNREACHABLE || this == TIMED_OUT || this == OVERLOADED;
        }
    }

    private final String gateway;
    private final Fault fault;
    private final int status;
    private final String reason;

    AdminApiException(String gateway, URI url, Fault fault, int status, String reason) {
        super("Gateway " + gateway + " at " + shown(url) + ": " + reason + ".");
        this.gateway = gateway;
        this.fault = fault;
        this.status = status;
        this.reason = reason;
    }

    /** The gateway's name. */
    public String gateway() {
        return gateway;
    }

    /** The kind of fault. */
    public Fault fault() {
        return fault;
    }

    /** The HTTP status, 0 without an answer. */
    public int status() {
        return status;
    }

    /** The cause alone: with {@link Fault#REFUSED} Kong's own reason, values of secrets masked. */
    public String reason() {
        return reason;
    }

    private static String shown(URI url) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port + url.getRawPath();
    }
}
