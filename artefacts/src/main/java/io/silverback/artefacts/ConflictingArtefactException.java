package io.silverback.artefacts;

/** Other content is stored under the same id already. */
public final class ConflictingArtefactException extends ArtefactException {

    private static final long serialVersionUID = 1L;

    ConflictingArtefactException(ArtefactId id) {
        super(
                "Artefact "
                        + id
                        + " exists already with other content, and an artefact never changes.",
                id.toString(),
                "it exists already with other content");
    }
}
