package io.silverback.kong.database.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts in two or more stores at once. A part is stored when each of them has given it back, byte
 * for byte; a store that fails or lies fails the part.
 */
public final class RedundantParts implements Parts {

    private final List<Parts> stores;

    /** Writes to all of the stores; at least two. */
    public RedundantParts(List<Parts> stores) {
        if (stores.size() < 2) {
            throw new IllegalArgumentException("A backup takes at least two stores.");
        }
        this.stores = List.copyOf(stores);
    }

    @Override
    public OutputStream create(String name) throws IOException {
        List<OutputStream> copies = new ArrayList<>();
        for (Parts store : stores) {
            copies.add(store.create(name));
        }
        return new Copies(name, copies);
    }

    @Override
    public InputStream open(String name) throws IOException {
        IOException failure = new SnapshotRefusedException(name, "no store has it");
        for (Parts store : stores) {
            try {
                return store.open(name);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    private final class Copies extends OutputStream {

        private final String name;
        private final List<OutputStream> copies;
        private final MessageDigest digest = Sha256.digest();
        private boolean closed;

        Copies(String name, List<OutputStream> copies) {
            this.name = name;
            this.copies = copies;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            digest.update(bytes, offset, length);
            for (OutputStream copy : copies) {
                copy.write(bytes, offset, length);
            }
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            for (OutputStream copy : copies) {
                copy.close();
            }
            String written = Sha256.hex(digest);
            for (int i = 0; i < stores.size(); i++) {
                if (!readBack(stores.get(i)).equals(written)) {
                    throw new SnapshotRefusedException(
                            name, "store " + (i + 1) + " gives back something else");
                }
            }
        }

        private String readBack(Parts store) throws IOException {
            MessageDigest found = Sha256.digest();
            try (InputStream in = new DigestInputStream(store.open(name), found)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return Sha256.hex(found);
        }
    }
}
