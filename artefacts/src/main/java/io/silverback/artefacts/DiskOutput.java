package io.silverback.artefacts;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file; a failing disk is told apart from content that fails while it is written. */
final class DiskOutput extends FilterOutputStream {

    private final Path path;

    DiskOutput(Path path) throws IOException {
        super(Files.newOutputStream(path));
        this.path = path;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws StoreUnavailableException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    String.valueOf(path.getParent()), "writing failed: " + e.getMessage());
        }
    }
}
