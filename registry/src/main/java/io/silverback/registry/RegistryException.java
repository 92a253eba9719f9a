package io.silverback.registry;

import java.nio.file.Path;

/** The registry file can't be used: one sentence with the field's path and the reason. */
public final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final String path;
    private final String reason;

    RegistryException(Path file, String path, String reason) {
        super("Registry " + file + ": " + (path.isEmpty() ? "" : path + " ") + reason + ".");
        this.file = file;
        this.path = path;
        this.reason = reason;
    }

    /** The registry file. */
    public Path file() {
        return file;
    }

    /** The field, such as {@code gateways.emea.adminUrls[0]}; empty for the file as a whole. */
    public String path() {
        return path;
    }

    /** Why the field is refused. */
    public String reason() {
        return reason;
    }
}
