package io.silverback.artefacts;

import com.google.crypto.tink.StreamingAead;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** One file of ciphertext, bound to the id of the artefact in it. */
record EncryptedFile(Path path, ArtefactId id, StreamingAead key) {

    /** Reads and decrypts all of the file. */
    Checksums inspect() throws IOException {
        MessageDigest stored = Sha256.digest();
        MessageDigest plain = Sha256.digest();
        try (InputStream in = new DigestInputStream(source(), stored);
                InputStream decrypted = new DigestInputStream(decrypting(in), plain)) {
            drain(decrypted);
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new Checksums(Sha256.hex(stored), Sha256.hex(plain), Files.size(path));
    }

    /** SHA-256 of the bytes as they lie there. */
    String storedChecksum() throws IOException {
        MessageDigest stored = Sha256.digest();
        try (InputStream in = new DigestInputStream(source(), stored)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.hex(stored);
    }

    /** The content, authenticated as it is read. */
    InputStream content() throws IOException {
        return decrypting(source());
    }

    /** The same, held against its checksum at the end. */
    InputStream content(String sha256) throws IOException {
        return new CheckedContent(decrypting(source()), id, sha256);
    }

    /** The content of a stored artefact, once: the file is gone when this returns. */
    InputStream contentOnce(StoredArtefact artefact) throws IOException {
        try {
            FileArtefactStore.checkStored(this, artefact);
            return content(artefact.sha256Content());
        } finally {
            Files.delete(path);
        }
    }

    private void drain(InputStream decrypted) throws AlteredArtefactException {
        try {
            decrypted.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new AlteredArtefactException(id, "it can't be decrypted");
        }
    }

    private InputStream source() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    private InputStream decrypting(InputStream in) throws IOException {
        try {
            return key.newDecryptingStream(in, id.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java can't decrypt AES-256-GCM.", e);
        }
    }
}
