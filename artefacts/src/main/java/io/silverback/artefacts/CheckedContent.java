package io.silverback.artefacts;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** An artefact's decrypted content; at its end the whole is held against its checksum. */
final class CheckedContent extends FilterInputStream {

    private final MessageDigest digest = Sha256.digest();
    private final ArtefactId id;
    private final String sha256;
    private boolean ended;

    CheckedContent(InputStream decrypted, ArtefactId id, String sha256) {
        super(decrypted);
        this.id = id;
        this.sha256 = sha256;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? read : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = decrypt(buffer, offset, length);
        if (read > 0) {
            digest.update(buffer, offset, read);
        }
        if (read < 0 && !ended) {
            check();
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int decrypt(byte[] buffer, int offset, int length) throws AlteredArtefactException {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            throw new AlteredArtefactException(
                    id, "it was encrypted with another key or under another name");
        }
    }

    private void check() throws AlteredArtefactException {
        ended = true;
        if (!Sha256.hex(digest).equals(sha256)) {
            throw new AlteredArtefactException(id, "its content has another SHA-256");
        }
    }
}
