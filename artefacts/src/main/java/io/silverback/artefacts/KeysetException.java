package io.silverback.artefacts;

/** The key-encryption keyset can't be used. */
public final class KeysetException extends ArtefactException {

    private static final long serialVersionUID = 1L;

    KeysetException(String file, String reason) {
        super("Key-encryption keyset " + file + " can't be used: " + reason + ".", file, reason);
    }
}
