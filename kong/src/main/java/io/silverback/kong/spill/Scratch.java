package io.silverback.kong.spill;

import com.fasterxml.sort.SortConfig;
import com.fasterxml.sort.Sorter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place for more than fits into memory. Its files can be read by this process alone: they are the
 * owner's, encrypted with a key that is never written, and gone when it is closed.
 */
public final class Scratch implements Closeable {
    private static final int SPOOL = 1 << 20;
    private static final int SORT = 1 << 23;

    private final int spool;
    private final int sort;
    private @Nullable Seal seal;
    private final List<Spool> spools = new ArrayList<>();
    private @Nullable Path directory;
    private boolean closed;

    private Scratch(int spool, int sort) {
        this.spool = spool;
        this.sort = sort;
    }

    /** Uses the directory for temporary files, and only when it must. */
    public static Scratch open() {
        return new Scratch(SPOOL, SORT);
    }

    /** The same with this many bytes in memory for a spool, and eight times as many for a sort. */
    public static Scratch withMemory(int bytes) {
        return new Scratch(bytes, 8 * bytes);
    }

    /** An empty spool. */
    public synchronized Spool spool() {
        Spool empty = new Spool(this, spool);
        spools.add(empty);
        return empty;
    }

    /** These lines in the order of their keys. */
    public Spool sort(Lines lines) throws IOException {
        Spool sorted = spool();
        SortConfig settings =
                new SortConfig()
                        .withMaxMemoryUsage(sort)
                        .withTempFileProvider(() -> file().toFile());
        try (Sorter<Line> sorter =
                new Sorter<>(
                        settings,
                        LineFormat.readers(this),
                        LineFormat.writers(this),
                        Comparator.naturalOrder())) {
            sorter.sort(lines, sorted);
        }
        sorted.close();
        return sorted;
    }

    synchronized Seal seal() {
        if (seal == null) {
            seal = Seal.fresh();
        }
        return seal;
    }

    synchronized Path file() throws IOException {
        if (closed) {
            throw new IOException("What was set aside is gone.");
        }
        if (directory == null) {
            directory = Files.createTempDirectory("silverback");
        }
        return Files.createTempFile(
                directory,
                "spill",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Removes all of its files. */
    @Override
    public void close() throws IOException {
        for (Spool open : end()) {
            open.close();
        }
        if (directory == null) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(directory);
    }

    private synchronized List<Spool> end() {
        closed = true;
        return List.copyOf(spools);
    }
}
