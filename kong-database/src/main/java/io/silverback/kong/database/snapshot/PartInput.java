package io.silverback.kong.database.snapshot;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** The content of a part, and whether it was what its manifest says. */
public final class PartInput extends FilterInputStream {

    private final Part part;
    private final InputStream stored;
    private final MessageDigest digest;

    private PartInput(Part part, InputStream stored, MessageDigest digest) throws IOException {
        super(new ZstdInputStream(new BufferedInputStream(stored, 1 << 16)));
        this.part = part;
        this.stored = stored;
        this.digest = digest;
    }

    /** Opens a part; what it gives is to be believed only after {@link #check}. */
    public static PartInput open(Parts parts, Part part) throws IOException {
        MessageDigest digest = Sha256.digest();
        return new PartInput(
                part, new DigestInputStream(stored(parts, part.name()), digest), digest);
    }

    /** At the end of reading: refuses a part that was altered meanwhile. */
    public void check() throws IOException {
        stored.transferTo(OutputStream.nullOutputStream());
        if (!Sha256.hex(digest).equals(part.sha256())) {
            throw new SnapshotRefusedException(part.name(), "it was altered while it was read");
        }
    }

    /** Reads all of a part against its manifest. */
    public static void verify(Parts parts, Part part) throws IOException {
        MessageDigest digest = Sha256.digest();
        long bytes;
        try (InputStream in = new DigestInputStream(stored(parts, part.name()), digest)) {
            bytes = in.transferTo(OutputStream.nullOutputStream());
        }
        if (bytes != part.bytes()) {
            throw new SnapshotRefusedException(
                    part.name(), "it has " + bytes + " bytes instead of " + part.bytes());
        }
        if (!Sha256.hex(digest).equals(part.sha256())) {
            throw new SnapshotRefusedException(part.name(), "it was altered");
        }
    }

    static InputStream stored(Parts parts, String name) throws IOException {
        try {
            return parts.open(name);
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new SnapshotRefusedException(name, "it is missing");
        }
    }
}
