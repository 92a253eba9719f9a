package io.silverback.edge.settings;

/** The configuration can't be used; the message is one sentence for the person who wrote it. */
public final class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsRefused(String message) {
        super(message);
    }

    public SettingsRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
