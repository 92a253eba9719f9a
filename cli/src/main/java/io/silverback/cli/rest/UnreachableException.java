package io.silverback.cli.rest;

import java.net.URI;
import java.util.Map;

/** Nobody answers, or the answer broke off. */
public final class UnreachableException extends CliException {

    private static final long serialVersionUID = 1L;

    private final URI address;

    UnreachableException(String peer, URI address, String reason) {
        super("The " + peer + " at " + address + " can't be reached: " + reason + ".");
        this.address = address;
    }

    @Override
    public Map<String, Object> fields() {
        return Map.of("title", "Unreachable", "address", address.toString(), "detail", sentence());
    }
}
