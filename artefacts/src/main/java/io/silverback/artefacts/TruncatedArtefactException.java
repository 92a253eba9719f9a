package io.silverback.artefacts;

/** A part of the stored bytes is missing. */
public final class TruncatedArtefactException extends ArtefactException {

    private static final long serialVersionUID = 1L;

    TruncatedArtefactException(ArtefactId id, String reason) {
        super("Artefact " + id + " is truncated: " + reason + ".", id.toString(), reason);
    }
}
