package io.silverback.artefacts;

/** What is stored is not what was written. */
public final class AlteredArtefactException extends ArtefactException {

    private static final long serialVersionUID = 1L;

    AlteredArtefactException(ArtefactId id, String reason) {
        super(
                "Artefact " + id + " is not what was written: " + reason + ".",
                id.toString(),
                reason);
    }
}
