package io.silverback.registry;

/** A secret could not be read. Says where it should be and why not, never what it is. */
public final class SecretUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SecretReference reference;
    private final String reason;

    SecretUnavailableException(SecretReference reference, String reason) {
        super("The secret in " + reference + " can't be read: " + reason + ".");
        this.reference = reference;
        this.reason = reason;
    }

    /** Where the secret should be. */
    public SecretReference reference() {
        return reference;
    }

    /** Why it can't be read. */
    public String reason() {
        return reason;
    }
}
