package io.silverback.kong.database.snapshot;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Parts as files of one directory; written aside, forced to disk, then named. */
public record DirectoryParts(Path directory) implements Parts {

    @Override
    public OutputStream create(String name) throws IOException {
        Files.createDirectories(directory);
        Path aside = directory.resolve(name + ".incoming");
        return new Aside(aside, directory.resolve(name));
    }

    @Override
    public InputStream open(String name) throws IOException {
        return Files.newInputStream(directory.resolve(name));
    }

    private static final class Aside extends FileOutputStream {

        private final Path aside;
        private final Path target;
        private boolean closed;

        Aside(Path aside, Path target) throws IOException {
            super(aside.toFile());
            this.aside = aside;
            this.target = target;
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            getChannel().force(true);
            super.close();
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory =
                    FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }
}
