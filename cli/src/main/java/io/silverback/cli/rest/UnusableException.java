package io.silverback.cli.rest;

import java.util.Map;

/** Something on this side can't be used: a file, an address. */
public final class UnusableException extends CliException {

    private static final long serialVersionUID = 1L;

    private final String subject;

    /** The sentence is {@code subject}, a space, and {@code reason}. */
    public UnusableException(String subject, String reason) {
        super(subject + " " + reason + ".");
        this.subject = subject;
    }

    @Override
    public Map<String, Object> fields() {
        return Map.of("title", "Unusable", "subject", subject, "detail", sentence());
    }
}
