package io.silverback.artefacts;

import com.google.crypto.tink.StreamingAead;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** One file of ciphertext, bound to the id of the artefact in it. */
record EncryptedFile(Path path, ArtefactId id, StreamingAead key) {

    /** Encrypts into the file and forces it to disk. */
    Checksums write(Content content) throws IOException {
        MessageDigest stored = Sha256.digest();
        MessageDigest plain = Sha256.digest();
        try (OutputStream out = encrypting(new DigestOutputStream(sink(), stored))) {
            content.writeTo(new DigestOutputStream(out, plain));
        }
        Directory.force(path);
        return new Checksums(Sha256.hex(stored), Sha256.hex(plain), Files.size(path));
    }

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

    InputStream content(String sha256) throws IOException {
        return new CheckedContent(decrypting(source()), id, sha256);
    }

    private void drain(InputStream decrypted) throws AlteredArtefactException {
        try {
            decrypted.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new AlteredArtefactException(id, "it can't be decrypted");
        }
    }

    private OutputStream sink() throws IOException {
        return new BufferedOutputStream(new DiskOutput(path), 1 << 16);
    }

    private InputStream source() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    private OutputStream encrypting(OutputStream out) throws IOException {
        try {
            return key.newEncryptingStream(out, id.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java can't encrypt with AES-256-GCM.", e);
        }
    }

    private InputStream decrypting(InputStream in) throws IOException {
        try {
            return key.newDecryptingStream(in, id.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java can't decrypt AES-256-GCM.", e);
        }
    }
}
