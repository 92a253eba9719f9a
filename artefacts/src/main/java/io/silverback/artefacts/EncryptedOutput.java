package io.silverback.artefacts;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** Encrypts into a file, hashing what is given and what is stored. */
final class EncryptedOutput extends FilterOutputStream {

    private final Path path;
    private final MessageDigest stored;
    private final MessageDigest plain = Sha256.digest();

    private EncryptedOutput(OutputStream encrypting, Path path, MessageDigest stored) {
        super(encrypting);
        this.path = path;
        this.stored = stored;
    }

    static EncryptedOutput open(EncryptedFile file) throws IOException {
        MessageDigest stored = Sha256.digest();
        OutputStream disk =
                new DigestOutputStream(
                        new BufferedOutputStream(new DiskOutput(file.path()), 1 << 16), stored);
        try {
            OutputStream encrypting =
                    file.key().newEncryptingStream(disk, file.id().associatedData());
            return new EncryptedOutput(encrypting, file.path(), stored);
        } catch (GeneralSecurityException e) {
            disk.close();
            throw new IllegalStateException("This Java can't encrypt with AES-256-GCM.", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        plain.update(bytes, offset, length);
    }

    /** Ends the file and forces it to disk. */
    Checksums end() throws IOException {
        close();
        Directory.force(path);
        return new Checksums(Sha256.hex(stored), Sha256.hex(plain), Files.size(path));
    }
}
