package io.silverback.kong.database.snapshot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.silverback.kong.database.row.RowSource;
import io.silverback.kong.database.row.SourceRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** The rows of a snapshot whose parts have all been checked. Blocks. */
public final class Snapshot implements RowSource {

    private final Parts parts;
    private final Manifest manifest;

    private Snapshot(Parts parts, Manifest manifest) {
        this.parts = parts;
        this.manifest = manifest;
    }

    /** Writes the manifest, which makes a snapshot of the parts; its SHA-256. */
    public static String seal(Parts parts, Manifest manifest) throws IOException {
        byte[] json = manifest.json();
        try (OutputStream out = parts.create(Manifest.NAME)) {
            out.write(json);
        }
        return Sha256.of(json);
    }

    /**
     * Opens a snapshot after reading every part against its manifest.
     *
     * @param sha256 of the manifest, as {@link #seal} gave it
     * @throws SnapshotRefusedException when a part is missing, truncated or altered
     */
    public static Snapshot open(Parts parts, String sha256) throws IOException {
        Snapshot snapshot = new Snapshot(parts, manifest(parts, sha256));
        for (TableEntry table : snapshot.manifest.tables()) {
            for (Part part : table.parts()) {
                PartInput.verify(parts, part);
            }
        }
        return snapshot;
    }

    /**
     * Opens a snapshot whose parts were all checked before. Each part that is read is checked
     * again, at its end.
     *
     * @throws SnapshotRefusedException when the manifest is missing or altered
     */
    public static Snapshot reopen(Parts parts, String sha256) throws IOException {
        return new Snapshot(parts, manifest(parts, sha256));
    }

    /** The manifest alone, held against its SHA-256; no part of it is read. */
    public static Manifest manifest(Parts parts, String sha256) throws IOException {
        byte[] json;
        try (InputStream in = PartInput.stored(parts, Manifest.NAME)) {
            json = in.readAllBytes();
        }
        if (!Sha256.of(json).equals(sha256)) {
            throw new SnapshotRefusedException(Manifest.NAME, "it was altered");
        }
        return parse(json);
    }

    /**
     * Opens the first of several copies that is whole.
     *
     * @throws SnapshotRefusedException when none is; what is wrong with the others is suppressed
     */
    public static Snapshot open(List<Parts> copies, String sha256) throws IOException {
        SnapshotRefusedException refused =
                new SnapshotRefusedException(Manifest.NAME, "no copy of the snapshot is whole");
        for (Parts copy : copies) {
            try {
                return open(copy, sha256);
            } catch (IOException e) {
                refused.addSuppressed(e);
            }
        }
        throw refused;
    }

    /** What it consists of. */
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public void read(String table, Visitor visitor) throws IOException {
        List<Part> listed =
                manifest.tables().stream()
                        .filter(entry -> entry.name().equals(table))
                        .flatMap(entry -> entry.parts().stream())
                        .toList();
        for (Part part : listed) {
            read(part, visitor);
        }
    }

    private void read(Part part, Visitor visitor) throws IOException {
        try (PartInput in = PartInput.open(parts, part);
                JsonParser rows = RowCodec.reader(in)) {
            long count = 0;
            for (SourceRow row = RowCodec.read(rows); row != null; row = RowCodec.read(rows)) {
                count++;
                visitor.row(row);
            }
            if (count != part.rows()) {
                throw new SnapshotRefusedException(
                        part.name(), "it holds " + count + " rows instead of " + part.rows());
            }
            in.check();
        }
    }

    private static Manifest parse(byte[] json) throws IOException {
        try {
            Manifest manifest = Manifest.read(json);
            if (manifest.format() != Manifest.FORMAT) {
                throw new SnapshotRefusedException(
                        Manifest.NAME, "its format is " + manifest.format());
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new SnapshotRefusedException(Manifest.NAME, "it can't be read");
        }
    }
}
