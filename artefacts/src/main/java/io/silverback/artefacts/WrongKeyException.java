package io.silverback.artefacts;

/** An owner's artefacts can't be decrypted with the key that is there. */
public final class WrongKeyException extends ArtefactException {

    private static final long serialVersionUID = 1L;

    WrongKeyException(String owner, String reason) {
        super("Artefacts of " + owner + " can't be decrypted: " + reason + ".", owner, reason);
    }
}
