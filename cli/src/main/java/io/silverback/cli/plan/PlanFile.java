package io.silverback.cli.plan;

import io.silverback.cli.rest.UnusableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A plan as bytes; the console alone says what is wrong in it. */
final class PlanFile {

    private static final int MAX_BYTES = 1 << 20;

    private PlanFile() {}

    /** Reads a file, or standard input for {@code -}. */
    static byte[] read(String name) {
        try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(Path.of(name))) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UnusableException("The plan " + name, "is larger than 1 MiB");
            }
            return bytes;
        } catch (IOException e) {
            throw new UnusableException("The plan " + name, "can't be read");
        }
    }
}
