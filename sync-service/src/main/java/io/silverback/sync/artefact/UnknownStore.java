package io.silverback.sync.artefact;

/** The configuration names a store that the registry does not have. */
public final class UnknownStore extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownStore(String name) {
        super("The registry has no store " + name + ": see silverback.artefacts.store.");
    }
}
