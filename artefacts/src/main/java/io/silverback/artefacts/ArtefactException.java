package io.silverback.artefacts;

import java.io.IOException;

/**
 * An artefact or its store can't be used: one sentence, without anything secret.
 *
 * <p>An {@link IOException}, so that it passes through whoever reads or writes the stream.
 */
public abstract sealed class ArtefactException extends IOException
        permits AlteredArtefactException,
                ConflictingArtefactException,
                KeysetException,
                MissingArtefactException,
                StoreUnavailableException,
                TruncatedArtefactException,
                WrongKeyException {

    private static final long serialVersionUID = 1L;

    private final String subject;
    private final String reason;

    ArtefactException(String sentence, String subject, String reason) {
        super(sentence);
        this.subject = subject;
        this.reason = reason;
    }

    /** The artefact, its owner, the store's directory or the keyset file that it is about. */
    public String subject() {
        return subject;
    }

    /** Why it can't be used. */
    public String reason() {
        return reason;
    }
}
