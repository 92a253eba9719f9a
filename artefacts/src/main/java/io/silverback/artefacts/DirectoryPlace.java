package io.silverback.artefacts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Copies in a directory, on another disk or another host's file system than the first store. */
public final class DirectoryPlace implements Place {

    private final String name;
    private final Directory directory;

    /** A place that is not touched before it is used. */
    public DirectoryPlace(String name, Path directory) {
        this.name = name;
        this.directory = new Directory(directory);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void put(String key, Path file) throws ArtefactException {
        Path aside = directory.newIncoming();
        Path target = path(key);
        try {
            Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
            Directory.force(aside);
            Files.createDirectories(target.resolveSibling(""));
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            Directory.force(target.resolveSibling(""));
        } catch (IOException e) {
            throw directory.failure("a copy can't be written", e);
        } finally {
            directory.discard(aside);
        }
    }

    @Override
    public InputStream open(String key) throws ArtefactException {
        try {
            return Files.newInputStream(path(key));
        } catch (NoSuchFileException e) {
            throw new MissingArtefactException(key, "it is not in the store " + name);
        } catch (IOException e) {
            throw directory.failure("reading failed", e);
        }
    }

    @Override
    public List<String> keys(String beginning) throws ArtefactException {
        return directory.keys(beginning);
    }

    @Override
    public void remove(String key) throws ArtefactException {
        directory.remove(path(key));
    }

    @Override
    public String toString() {
        return "DirectoryPlace[" + name + "]";
    }

    private Path path(String key) {
        return directory.root().resolve(key);
    }
}
