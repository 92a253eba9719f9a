package io.silverback.simulator.proxy;

import io.silverback.simulator.store.Row;

/**
 * Where a request goes.
 *
 * @param service name or id of the service
 */
public record Target(String service, String host, int port, boolean tls) {
    static String nameOf(Row row) {
        String name = row.document().text("name");
        return name == null ? row.id() : name;
    }

    /** A host with the port, where it is not the usual one. */
    String hostHeader(String name) {
        return port == (tls ? 443 : 80) ? name : name + ":" + port;
    }
}
