package io.silverback.kong.spill;

import com.fasterxml.sort.DataWriter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines in the order in which they were added: in memory while they are few, else in a file. Read
 * as often as one likes once it is closed.
 */
public final class Spool extends DataWriter<Line> {
    private final Scratch scratch;
    private final int limit;
    private final List<Line> few = new ArrayList<>();
    private int bytes;
    private @Nullable Path file;
    private LineFormat.@Nullable Writer writer;

    Spool(Scratch scratch, int limit) {
        this.scratch = scratch;
        this.limit = limit;
    }

    /** Adds a line at the end. */
    public synchronized void add(Line line) throws IOException {
        if (writer != null) {
            writer.writeEntry(line);
            return;
        }
        few.add(line);
        bytes += line.bytes();
        if (bytes > limit) {
            spill();
        }
    }

    @Override
    public void writeEntry(Line line) throws IOException {
        add(line);
    }

    /** No line comes after this. */
    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }

    /** All lines from the first on. */
    public synchronized Lines read() throws IOException {
        return file == null
                ? inMemory(few.iterator())
                : LineFormat.reader(
                        scratch.seal(),
                        new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    /** Its lines in the order of their keys; this one is gone then. */
    public Spool sorted() throws IOException {
        close();
        try (Lines lines = read()) {
            return scratch.sort(lines);
        } finally {
            discard();
        }
    }

    /** Gives back what it takes. */
    public synchronized void discard() throws IOException {
        few.clear();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private void spill() throws IOException {
        file = scratch.file();
        writer =
                new LineFormat.Writer(
                        scratch.seal()
                                .on(
                                        new BufferedOutputStream(
                                                Files.newOutputStream(file), 1 << 16)));
        for (Line line : few) {
            writer.writeEntry(line);
        }
        few.clear();
    }

    private static Lines inMemory(Iterator<Line> lines) {
        return new Lines() {
            @Override
            public @Nullable Line readNext() {
                return lines.hasNext() ? lines.next() : null;
            }
        };
    }
}
