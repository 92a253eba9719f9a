package io.silverback.verify.probing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request that is sent to both gateways.
 *
 * @param subject the route or credential that it is about, for people
 * @param kind what it proves
 * @param headers with the credential, where it carries one
 * @param credentialId the credential whose login it shows, where it does
 */
public record Probe(
        String subject,
        Kind kind,
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String credentialId) {

    /** A request for a route, or one that shows that a credential logs in. */
    public enum Kind {
        ROUTE,
        LOGIN
    }

    public Probe {
        headers = Map.copyOf(headers);
    }

    /** Without headers: they may carry a credential. */
    @Override
    public String toString() {
        return "Probe[" + kind + " " + subject + ": " + method + " " + path + "]";
    }
}
