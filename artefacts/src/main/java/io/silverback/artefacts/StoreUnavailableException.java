package io.silverback.artefacts;

/** The store itself fails: its directory, its disk. */
public final class StoreUnavailableException extends ArtefactException {

    private static final long serialVersionUID = 1L;

    StoreUnavailableException(String directory, String reason) {
        super("Artefact store " + directory + " can't be used: " + reason + ".", directory, reason);
    }
}
