package io.silverback.console.inventory;

/** The console is not set up for downloads. */
public final class NoArtefacts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoArtefacts(String reason) {
        super(reason);
    }
}
