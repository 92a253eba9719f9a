package io.silverback.artefacts;

/** There is no such artefact. */
public final class MissingArtefactException extends ArtefactException {

    private static final long serialVersionUID = 1L;

    MissingArtefactException(String artefact, String reason) {
        super("Artefact " + artefact + " is missing: " + reason + ".", artefact, reason);
    }
}
