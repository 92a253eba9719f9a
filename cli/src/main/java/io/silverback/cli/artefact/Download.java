package io.silverback.cli.artefact;

import io.silverback.cli.rest.UnusableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears when all of it has arrived, readable by its owner only. */
record Download(Path target, boolean force) {

    void check() {
        if (!force && Files.exists(target)) {
            throw new UnusableException("The file " + target, "is there already (--force)");
        }
    }

    /** Bytes kept; throws what reading throws, and then keeps none. */
    long keep(InputStream content) throws IOException {
        Path part = part();
        try {
            long bytes = copy(content, part);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return bytes;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long copy(InputStream content, Path part) throws IOException {
        try (OutputStream out = Files.newOutputStream(part)) {
            return content.transferTo(out);
        }
    }

    /** Temporary files are created for their owner's eyes only where the system knows owners. */
    private Path part() {
        try {
            Path directory = target.toAbsolutePath().resolveSibling("");
            return Files.createTempFile(directory, ".artefact-", ".part");
        } catch (IOException e) {
            throw new UnusableException("The directory of " + target, "can't be written to");
        }
    }
}
