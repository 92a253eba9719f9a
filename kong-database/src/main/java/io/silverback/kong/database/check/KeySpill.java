package io.silverback.kong.database.check;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of one table, split by hash: a part fits into memory whatever the table's size, and rows
 * of the same key are in the same part. On disk once there are more than a few.
 */
final class KeySpill implements Closeable {

    static final int PARTS = 32;
    private static final int IN_MEMORY = 50_000;

    private final Path directory;
    private final String name;
    private final List<KeyedRow> few = new ArrayList<>();
    private final List<DataOutputStream> parts = new ArrayList<>();

    KeySpill(Path directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    void add(KeyedRow row) throws IOException {
        if (parts.isEmpty() && few.size() < IN_MEMORY) {
            few.add(row);
            return;
        }
        if (parts.isEmpty()) {
            spill();
        }
        write(row);
    }

    /** Ends the writing; the files' handles are given back. */
    void seal() throws IOException {
        for (DataOutputStream part : parts) {
            part.close();
        }
    }

    /** The rows of one part, in the order in which they came. */
    List<KeyedRow> read(int part) throws IOException {
        if (parts.isEmpty()) {
            return few.stream().filter(row -> row.key().part(PARTS) == part).toList();
        }
        List<KeyedRow> rows = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(Files.newInputStream(file(part)), 1 << 16))) {
            while (true) {
                rows.add(
                        new KeyedRow(
                                new KeyHash(in.readLong(), in.readLong()),
                                in.readInt(),
                                in.readLong(),
                                in.readUTF()));
            }
        } catch (EOFException end) {
            return rows;
        }
    }

    @Override
    public void close() throws IOException {
        seal();
        for (int i = 0; i < parts.size(); i++) {
            Files.deleteIfExists(file(i));
        }
    }

    private void spill() throws IOException {
        for (int i = 0; i < PARTS; i++) {
            parts.add(
                    new DataOutputStream(
                            new BufferedOutputStream(Files.newOutputStream(file(i)), 1 << 13)));
        }
        for (KeyedRow row : few) {
            write(row);
        }
        few.clear();
    }

    private void write(KeyedRow row) throws IOException {
        DataOutputStream out = parts.get(row.key().part(PARTS));
        out.writeLong(row.key().high());
        out.writeLong(row.key().low());
        out.writeInt(row.position());
        out.writeLong(row.writtenAt());
        out.writeUTF(row.id());
    }

    private Path file(int part) {
        return directory.resolve(name + "." + part);
    }
}
