package io.silverback.artefacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A directory in which a file appears whole or not at all, and never replaces another: written
 * aside, forced to disk, then linked to its name, which one of several writers wins.
 */
final class Directory {

    /** No writer is at work that long without touching its file. */
    private static final Duration LEFT_OVER = Duration.ofHours(24);

    private final Path root;
    private final Path incoming;

    Directory(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.incoming = this.root.resolve(".incoming");
    }

    Path root() {
        return root;
    }

    /** A new empty file to write to; what crashed writers left a day ago is removed. */
    Path newIncoming() throws StoreUnavailableException {
        try {
            Files.createDirectories(incoming);
            removeLeftOvers();
            return Files.createFile(incoming.resolve(UUID.randomUUID() + ".part"));
        } catch (IOException e) {
            throw failure("no file can be created", e);
        }
    }

    /** Gives a written file its name; false when there is one of that name already. */
    boolean publish(Path written, Path target) throws StoreUnavailableException {
        try {
            Path parent = target.resolveSibling("");
            Files.createDirectories(parent);
            Files.createLink(target, written);
            force(parent);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            throw new StoreUnavailableException(root.toString(), "it has no hard links");
        } catch (IOException e) {
            throw failure("a written file can't be linked to its name", e);
        }
    }

    /** Writes a small file; one that exists already stays as it is. */
    void writeOnce(Path target, byte[] bytes) throws StoreUnavailableException {
        Path written = newIncoming();
        try {
            Files.write(written, bytes);
            force(written);
            publish(written, target);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (IOException e) {
            throw failure("writing failed", e);
        } finally {
            discard(written);
        }
    }

    /** Removes an incoming file; one that stays is removed with the left-overs. */
    void discard(Path file) {
        file.toFile().delete();
    }

    void remove(Path file) throws StoreUnavailableException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure("a file can't be removed", e);
        }
    }

    /** The files below, as keys that begin so; none of those that are being written. */
    List<String> keys(String beginning) throws StoreUnavailableException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.startsWith(incoming) && Files.isRegularFile(file))
                    .map(file -> root.relativize(file).toString())
                    .filter(key -> key.startsWith(beginning))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new StoreUnavailableException(root.toString(), "listing failed");
        }
    }

    /** Makes a file, or a directory's entries, survive a power cut. */
    static void force(Path path) throws IOException {
        StandardOpenOption option =
                Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    StoreUnavailableException failure(String what, IOException cause) {
        return new StoreUnavailableException(root.toString(), what + ": " + reason(cause));
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return cause.getMessage() == null ? "input/output error" : cause.getMessage();
    }

    private void removeLeftOvers() throws IOException {
        Instant before = Instant.now().minus(LEFT_OVER);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(incoming, "*.{part,probe}")) {
            for (Path file : files) {
                if (isOlder(file, before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOlder(Path file, Instant moment) throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    }
}
